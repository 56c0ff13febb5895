using System.Diagnostics;
using Npgsql;
using Pod.Database.Sessions;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Vectors;

/// <summary>
/// A PostgreSQL with pgvector. It takes one connection at a time and notices late that one is closed, so all statements share one that stays open.
/// </summary>
public sealed class PgVectorServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Process? _server;
    private NpgsqlDataSource _connections = null!;

    public PodDatabase Database { get; private set; } = null!;

    public DatabaseSession Session { get; private set; } = null!;

    /// <summary>Uses the one connection with other options.</summary>
    public DatabaseSession With(PodDatabaseOptions options) => new(new PodDatabase(_connections, options));

    public async Task InitializeAsync()
    {
        var folder = await InstallAsync();
        _server = Start("node", "server.mjs", folder);
        using var limit = new CancellationTokenSource(Patience);
        var line = await _server.StandardOutput.ReadLineAsync(limit.Token);
        if (line?.Split(' ') is not ["listening", var port])
        {
            throw new InvalidOperationException($"PostgreSQL with pgvector did not start: {line}");
        }

        // Asking for encryption would cost a connection that is closed again.
        _connections = DataSourceFactory.Create(
            $"Host=127.0.0.1;Port={port};Username=postgres;Password=postgres;Database=postgres;SSL Mode=Disable;GSS Encryption Mode=Disable;"
            + "Minimum Pool Size=1;Maximum Pool Size=1",
            new PodDatabaseOptions());
        Database = new PodDatabase(_connections);
        Session = new DatabaseSession(Database);
        await ExecuteAsync("CREATE EXTENSION vector;" + Embedding.TableSql);
    }

    /// <summary>Runs SQL behind Pod's back.</summary>
    /// <returns>The first column of all rows, one per line.</returns>
    public async Task<string> ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = _connections.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(0).ToString()!);
        }

        return string.Join('\n', lines);
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await _connections.DisposeAsync();
        _server!.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private static async Task<string> InstallAsync()
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "Vectors");
        using var install = Start("bash", "install.sh", scripts);
        var errors = install.StandardError.ReadToEndAsync();
        var folder = (await install.StandardOutput.ReadToEndAsync()).Trim();
        using var limit = new CancellationTokenSource(Patience);
        await install.WaitForExitAsync(limit.Token);
        return install.ExitCode == 0
            ? folder
            : throw new InvalidOperationException($"tests/Pod.Database.Tests/Vectors/install.sh failed: {await errors}");
    }

    private static Process Start(string program, string script, string folder) => Process.Start(new ProcessStartInfo(program, script)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
