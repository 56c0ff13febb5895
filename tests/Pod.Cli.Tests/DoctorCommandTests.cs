using System.Text.Json.Nodes;
using Pod.Redis.Tests.Support;

namespace Pod.Cli.Tests;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_sound_project_has_no_crosses()
    {
        await _project.PodAsync("generate");
        await _project.PodAsync("create-migration");
        await _project.PodAsync("migrate");

        var result = await _project.PodAsync("doctor");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.StartsWith("✓ project: My.App.Server", result.Output, StringComparison.Ordinal);
        Assert.Contains("✓ sdk: .NET SDK 10.", result.Output, StringComparison.Ordinal);
        Assert.Contains("are current", result.Output, StringComparison.Ordinal);
        Assert.Contains("✓ migrations: 1, one chain", result.Output, StringComparison.Ordinal);
        Assert.Contains("✓ database: private PostgreSQL 1", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("! database", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stale_files_are_mended_on_request_and_migrations_are_not()
    {
        var before = await CheckAsync();
        var mending = await _project.PodAsync("doctor", "--fix");
        var after = await CheckAsync();

        Assert.Equal("dotnet pod generate", (string?)before["generated files"]!["remedy"]);
        Assert.Contains("(mended)", mending.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_project.PathOf("My.App.Server/Generated/Protocol.cs")));
        Assert.Equal("fine", (string?)after["generated files"]!["outcome"]);
        Assert.Equal("dotnet pod create-migration", (string?)after["migrations"]!["remedy"]);
        Assert.False(Directory.Exists(_project.MigrationsFolder));
    }

    [Fact]
    public async Task An_error_in_a_model_is_a_cross()
    {
        HaveNoDatabase();
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: strng\n");

        var result = await _project.PodAsync("doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✗ generated files: Models/note.pod.yaml(5,10): error POD1102", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracked_passwords_are_a_cross()
    {
        HaveNoDatabase();
        _project.Write("My.App.Server/config/passwords.yaml", "shared:\n  key: secret\n");
        await _project.GitAsync("init");
        var untracked = await CheckAsync();
        await _project.GitAsync("add", "--force", "My.App.Server/config/passwords.yaml");

        Assert.Equal("fine", (string?)untracked["passwords"]!["outcome"]);
        Assert.Equal("failure", (string?)(await CheckAsync())["passwords"]!["outcome"]);
    }

    [Fact]
    public async Task What_a_killed_start_left_is_found_and_cleaned_up()
    {
        HaveNoDatabase();
        _project.Write("My.App.Server/.pod/start.json", """{ "processId": 4194304, "socket": "/nowhere", "address": null, "children": [] }""");

        var found = await CheckAsync();
        await _project.PodAsync("doctor", "--fix");

        Assert.Equal("warning", (string?)found["start"]!["outcome"]);
        Assert.False(File.Exists(_project.PathOf("My.App.Server/.pod/start.json")));
    }

    [Fact]
    public async Task The_Redis_that_is_configured_has_to_answer()
    {
        HaveNoDatabase();
        var redis = await RedisServer.StartedAsync();
        _project.Write("My.App.Server/appsettings.json", $$"""{ "ConnectionStrings": { "cache": "{{redis.ConnectionString}}" } }""");

        var found = await CheckAsync();
        await redis.DisposeAsync();
        var gone = await CheckAsync();

        Assert.Equal("fine", (string?)found["redis"]!["outcome"]);
        Assert.EndsWith($" answers at {redis.ConnectionString}", (string?)found["redis"]!["text"], StringComparison.Ordinal);
        Assert.Equal("failure", (string?)gone["redis"]!["outcome"]);
    }

    [Fact]
    public async Task Settings_of_development_are_not_for_production()
    {
        _project.Write("My.App.Server/appsettings.json", """
            {
              "Logging": { "LogLevel": { "Default": "Debug" }, "Console": { "LogLevel": { "Npgsql": "Trace" } } },
              "ConnectionStrings": { "poddb": "Host=db.example.org;Database=shop;Username=shop;Password=shop" },
              "Pod": {
                "Database": { "Embedded": true, "LogQueries": true, "IncludeSensitiveData": true },
                "Migrations": { "Apply": "OnStart", "OnMismatch": "Warn" },
                "Http": { "ValidateHeaders": false },
                "Cors": { "AllowedOrigins": ["*", "http://app.example.com"] }
              }
            }
            """);

        var result = await _project.PodAsync("doctor", "--production");

        Assert.Equal(1, result.ExitCode);
        string[] expected =
        [
            "✗ production database: Pod:Database:Embedded", "✗ production database: the password of 'shop'", "! production database: the connection to 'db.example.org'",
            "! production database: Pod:Database:IncludeSensitiveData", "! production database: Pod:Migrations:OnMismatch is Warn", "! production database: each server applies",
            "! access: Pod:Http:ValidateHeaders", "✗ transport: Pod:Cors:AllowedOrigins has '*'", "! transport: Pod:Cors:AllowedOrigins has 'http://app.example.com'",
            "! transport: the server speaks HTTP", "! transport: AllowedHosts is open", "! logging: Logging:LogLevel:Default is Debug",
            "! logging: Logging:Console:LogLevel:Npgsql is Trace", "! logging: Pod:Database:LogQueries",
        ];
        Assert.All(expected, line => Assert.Contains(line, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_careful_configuration_is_fit_for_production()
    {
        _project.Write("My.App.Server/appsettings.Production.json", """
            {
              "AllowedHosts": "api.example.org",
              "ConnectionStrings": { "poddb": "Host=db.example.org;Database=shop;Username=shop;Password=kT9vQ2xW7mLp4s;SSL Mode=VerifyFull" },
              "Kestrel": { "Endpoints": { "Https": { "Url": "https://*:8443" } } },
              "Pod": { "Endpoints": { "DefaultAccess": "SignedIn" } }
            }
            """);

        var result = await _project.PodAsync("doctor", "--production");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.DoesNotContain("! ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_production_without_database_is_a_cross()
    {
        var result = await _project.PodAsync("doctor", "--production");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✗ production database: no database is configured", result.Output, StringComparison.Ordinal);
    }

    // Nothing is asked of a database then, which takes the longest.
    private void HaveNoDatabase()
    {
        _project.Write("My.App.Server/pod.json", """{ "database": false }""");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model.Replace("table: note\n", "", StringComparison.Ordinal));
    }

    private async Task<JsonObject> CheckAsync()
    {
        var result = await _project.PodAsync("doctor", "--json");
        var checks = JsonNode.Parse(result.Output)!["data"]!["checks"]!.AsArray();
        return new JsonObject(checks.GroupBy(static check => (string)check!["subject"]!).Select(static group => KeyValuePair.Create(group.Key, group.First()!.DeepClone())!)!);
    }
}
