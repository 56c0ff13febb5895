using Npgsql;
using Pod.Database.Diagnostics;
using Pod.Database.Errors;

namespace Pod.Database.Sessions;

/// <summary>Waits for a database that is still starting.</summary>
internal static class ReachabilityWait
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(PodDatabase database, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = database.TimeProvider.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            var failure = await TryAsync(database, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                return;
            }

            var waited = database.TimeProvider.GetElapsedTime(start);
            if (IsFinal(failure) || (timeout > TimeSpan.Zero && waited + pause > timeout))
            {
                throw failure;
            }

            database.Logger.WaitingForDatabase(database.Name, pause.TotalMilliseconds, failure.Message);
            await Task.Delay(pause, database.TimeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static async Task<PodDatabaseException?> TryAsync(PodDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await database.CloseAsync(connection).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: true) is { } failure)
        {
            return failure;
        }
    }

    // What the server itself refuses will not change by waiting; that it is starting, stopping or full will.
    private static bool IsFinal(PodDatabaseException failure)
        => failure is { InnerException: PostgresException, IsTransient: false };
}
