using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>Runs statements while no server runs: the downloaded programs have neither <c>psql</c> nor <c>createdb</c>.</summary>
internal sealed class SingleUserSession(PostgresBinaries binaries, ServerAccount account, EmbeddedPostgresOptions options)
{
    /// <summary>Creates the database unless it exists.</summary>
    public async Task EnsureDatabaseAsync(string cluster, string database, CancellationToken cancellationToken)
    {
        var result = await RunAsync(cluster, $"CREATE DATABASE {SqlName.Quote(database)};\n", cancellationToken).ConfigureAwait(false);
        // Errors of a statement do not show in the exit code.
        var failed = !result.Succeeded || (result.Error.Contains("ERROR:", StringComparison.Ordinal) && !result.Error.Contains("already exists", StringComparison.Ordinal));
        if (failed)
        {
            throw new EmbeddedPostgresException($"The database '{database}' could not be created in '{cluster}'. PostgreSQL said:\n{result.Text}");
        }
    }

    private Task<CommandResult> RunAsync(string cluster, string statements, CancellationToken cancellationToken) =>
        new Command(binaries.Postgres, "--single", "-D", cluster, "-c", "lc_messages=C", "template1") { Account = account, Input = statements }
            .RunAsync(options.StartTimeout, options.TimeProvider, cancellationToken);
}
