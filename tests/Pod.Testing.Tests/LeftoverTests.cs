using System.Diagnostics;
using Npgsql;
using Pod.Testing.Databases;

namespace Pod.Testing.Tests;

public sealed class LeftoverTests
{
    // The other process has databases on the server of this one, and is killed: the server stays.
    [Fact]
    public async Task What_a_killed_process_left_behind_is_dropped_at_the_next_start()
    {
        var server = await TestPostgres.GetAsync(null);
        using var process = Start();
        Assert.StartsWith("READY|pod_test_", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        // Its template, its host's database and its test's database; a living process keeps them.
        await server.DropLeftoversAsync();
        Assert.Equal(3, await CountAsync(server, process.Id));

        process.Kill();
        await process.WaitForExitAsync();
        await server.DropLeftoversAsync();

        Assert.Equal(0, await CountAsync(server, process.Id));
    }

    [Fact]
    public async Task A_process_that_ends_in_order_leaves_nothing_behind()
    {
        var server = await TestPostgres.GetAsync(null);
        using var process = Start();
        await process.StandardOutput.ReadLineAsync();

        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.Equal(0, await CountAsync(server, process.Id));
    }

    private static Process Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Pod.Testing.Tests", "Pod.Testing.Owner", StringComparison.Ordinal), "Pod.Testing.Owner.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task<long> CountAsync(DatabaseServer server, int process)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE starts_with(datname, $1)", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = $"pod_test_{process}_" } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
