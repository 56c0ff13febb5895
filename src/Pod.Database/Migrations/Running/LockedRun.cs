using Microsoft.Extensions.Logging;
using Pod.Database.Errors;

namespace Pod.Database.Migrations;

/// <summary>Runs work on one connection that holds the migration lock.</summary>
internal static class LockedRun
{
    public static Task<T> RunAsync<T>(
        PodDatabase database, TimeSpan lockWait, TimeProvider timeProvider, ILogger logger, Func<MigrationConnection, Task<T>> work, CancellationToken cancellationToken)
        => ConnectAsync(
            database, connection => LockAsync(connection, lockWait, timeProvider, logger, () => work(connection), cancellationToken), cancellationToken);

    /// <summary>Runs work on a connection while it holds the lock.</summary>
    public static async Task<T> LockAsync<T>(
        MigrationConnection connection, TimeSpan lockWait, TimeProvider timeProvider, ILogger logger, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var held = await MigrationLock.TakeAsync(connection, lockWait, timeProvider, logger, cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            await held.ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs work that only reads, without the lock.</summary>
    public static async Task<T> ConnectAsync<T>(PodDatabase database, Func<MigrationConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await MigrationConnection.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await work(connection).ConfigureAwait(false);
            }
            catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false) is { } error)
            {
                throw error;
            }
        }
    }
}
