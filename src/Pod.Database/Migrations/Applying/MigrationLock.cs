using Microsoft.Extensions.Logging;
using Pod.Database.Diagnostics;

namespace Pod.Database.Migrations;

/// <summary>The advisory lock that lets one process at a time migrate a schema.</summary>
internal sealed class MigrationLock
{
    // Advisory locks belong to a database; the key adds the schema, so that schemas do not block each other.
    private const string Key = "hashtextextended('pod_migrations ' || current_database() || ' ' || current_schema(), 0)";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly MigrationConnection _connection;

    private MigrationLock(MigrationConnection connection) => _connection = connection;

    /// <summary>Takes the lock, waiting for its holder for a while.</summary>
    /// <exception cref="MigrationException">POD3050: it is still held after the wait.</exception>
    public static async Task<MigrationLock> TakeAsync(
        MigrationConnection connection, TimeSpan wait, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        var pause = FirstPause;
        connection.IsLocked = true;

        // Asking again and again, because a statement that waits inside the server would make CREATE INDEX CONCURRENTLY of the holder wait for
        // it in turn.
        while (!await connection.ScalarAsync<bool>($"SELECT pg_try_advisory_lock({Key})", cancellationToken).ConfigureAwait(false))
        {
            var holder = await HolderAsync(connection, cancellationToken).ConfigureAwait(false);
            if (timeProvider.GetElapsedTime(start) >= wait)
            {
                throw new MigrationException(
                    $"POD3050: process {holder?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(gone)"} of the database server has been "
                    + $"applying migrations for longer than {wait.TotalSeconds} s. Wait for it, or end it with pg_terminate_backend.");
            }

            logger.WaitingForMigrationLock(holder);
            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return new MigrationLock(connection);
    }

    public async Task ReleaseAsync()
    {
        if (_connection.Connection.State == System.Data.ConnectionState.Open)
        {
            await _connection.ExecuteAsync($"SELECT pg_advisory_unlock({Key})", CancellationToken.None).ConfigureAwait(false);
            _connection.IsLocked = false;
        }
    }

    private static Task<int?> HolderAsync(MigrationConnection connection, CancellationToken cancellationToken)
        => connection.ScalarAsync<int?>(
            $"""
            SELECT l.pid FROM pg_locks AS l
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32) + l.objid::bigint = {Key}
            LIMIT 1
            """,
            cancellationToken);
}
