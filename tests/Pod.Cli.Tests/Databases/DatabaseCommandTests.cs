using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Npgsql;

namespace Pod.Cli.Tests.Databases;

public sealed class DatabaseCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_private_PostgreSQL_runs_in_the_background_until_it_is_stopped()
    {
        var before = await _project.PodProcessAsync("database", "status", "--json");
        var started = await _project.PodProcessAsync("database", "start", "--detach");
        try
        {
            Assert.True(started.ExitCode == 0, started.All);
            await _project.PodAsync("create-migration");
            var migrated = await _project.PodAsync("migrate");
            var during = await _project.PodProcessAsync("database", "status", "--json");
            var again = await _project.PodProcessAsync("database", "start");
            var logs = await _project.PodProcessAsync("database", "logs", "-n", "5");

            Assert.False((bool)JsonNode.Parse(before.Output)!["data"]!["running"]!);
            Assert.True(migrated.ExitCode == 0, migrated.All);
            Assert.Equal(started.Output.Trim(), (string?)JsonNode.Parse(during.Output)!["data"]!["connectionString"]);
            Assert.Equal(started.Output, again.Output);
            Assert.InRange(logs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 5);
        }
        finally
        {
            var stopped = await _project.PodProcessAsync("database", "stop");
            Assert.Equal("Stopped.", stopped.Output.Trim());
        }

        Assert.Equal("It was not running.", (await _project.PodProcessAsync("database", "stop")).Output.Trim());
    }

    [Fact]
    public async Task On_request_it_listens_on_a_port_as_well()
    {
        var port = FreePort();
        var started = await _project.PodProcessAsync("database", "start", "--detach", "--port", $"{port}");
        try
        {
            Assert.True(started.ExitCode == 0, started.All);
            await using var connection = new NpgsqlConnection(started.Output.Trim());
            await connection.OpenAsync();
            var other = await _project.PodProcessAsync("database", "start", "--port", "1");

            Assert.Equal(("127.0.0.1", port), (connection.Host, connection.Port));
            Assert.Equal(1, other.ExitCode);
            Assert.Contains("without port 1.", other.Errors, StringComparison.Ordinal);
        }
        finally
        {
            await _project.PodProcessAsync("database", "stop");
        }
    }

    [Fact]
    public async Task A_reset_wants_consent_and_gives_an_empty_database_with_all_migrations()
    {
        await _project.PodAsync("create-migration");
        _project.Write("seed.sql", "INSERT INTO note (text) VALUES ('seed');");

        var refused = await _project.PodProcessAsync("database", "reset");
        var reset = await _project.PodProcessAsync("database", "reset", "--yes", "--seed", "seed.sql");
        var again = await _project.PodProcessAsync("database", "reset", "--yes", "--json");

        Assert.True(refused.ExitCode == 2, refused.All);
        Assert.True(reset.ExitCode == 0, reset.All);
        Assert.Single(JsonNode.Parse(again.Output)!["data"]!["applied"]!.AsArray());
    }

    [Theory]
    [InlineData("--mode", "Staging", "--connection", "Host=localhost")]
    [InlineData("--connection", "Host=db.example.org;Database=shop")]
    public async Task Only_databases_of_this_machine_and_of_development_are_reset(params string[] options)
    {
        var result = await _project.PodProcessAsync(["database", "reset", "--yes", .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("reset", result.Errors, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
