using System.Net.Sockets;
using Npgsql;

namespace Pod.Database.Errors;

/// <summary>Finds the Pod exception for what Npgsql throws.</summary>
internal static class ErrorTranslation
{
    /// <summary>The exception to throw instead, or null to let the original pass.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isOpening">Whether there was no connection yet.</param>
    /// <param name="firstFailure">The failure that aborted the surrounding transaction earlier.</param>
    /// <param name="includesValues">Whether the message may contain values.</param>
    public static PodDatabaseException? Translate(Exception exception, bool isOpening, Exception? firstFailure = null, bool includesValues = false)
        => exception switch
        {
            PodDatabaseException or OperationCanceledException => null,
            PostgresException error => FromServer(error, isOpening, firstFailure, includesValues),
            NpgsqlException { InnerException: TimeoutException } timeout when !isOpening
                => new QueryCanceledException(
                    "The statement ran longer than its timeout and was cancelled. The limit is Pod:Database:CommandTimeout.", timeout)
                {
                    SqlState = SqlStates.QueryCanceled,
                },
            NpgsqlException { InnerException: TimeoutException } timeout
                => Connection(
                    "No connection could be had in time: the pool is exhausted or the server does not answer. Look for connections that are held "
                    + "for long, or raise Pod:Database:MaxPoolSize.", timeout),
            NpgsqlException or SocketException => Connection($"The connection to the database failed: {exception.Message}", exception),
            _ => null,
        };

    private static PodDatabaseException FromServer(PostgresException error, bool isOpening, Exception? firstFailure, bool includesValues)
    {
        var text = error.MessageText;
        return error.SqlState switch
        {
            SqlStates.UniqueViolation => new UniqueViolationException(text, error),
            SqlStates.ForeignKeyViolation => new ForeignKeyViolationException(text, error),
            SqlStates.NotNullViolation => new NotNullViolationException(text, error),
            SqlStates.CheckViolation => new CheckViolationException(text, error),
            SqlStates.ExclusionViolation => new ExclusionViolationException(text, error),
            SqlStates.SerializationFailure => new SerializationFailureException(text, error) { IsTransient = true },
            SqlStates.DeadlockDetected => new DeadlockException(text, error) { IsTransient = true },
            SqlStates.LockNotAvailable => new LockNotAvailableException(text, error),
            SqlStates.QueryCanceled => new QueryCanceledException(text, error),
            SqlStates.UndefinedTable => new TableNotFoundException($"{text}. Were all migrations applied to this database?", error),
            SqlStates.UndefinedObject or SqlStates.UndefinedFunction or SqlStates.FeatureNotSupported or SqlStates.UndefinedFile
                when MissingExtension.Find(error) is { } missing => missing,
            SqlStates.InFailedSqlTransaction when firstFailure is not null => new PodDatabaseException(
                $"The transaction failed earlier and takes no further statements. The first failure was: {firstFailure.Message}", error),
            SqlStates.AdminShutdown or SqlStates.CrashShutdown or SqlStates.CannotConnectNow or SqlStates.TooManyConnections => Connection(text, error),
            ['0', '8', ..] => Connection(text, error),
            ['2', '2', ..] when !includesValues && text.Contains('"', StringComparison.Ordinal)
                => new PodDatabaseException(HideValue(text), error) { HidesCause = true },
            _ when isOpening => new DatabaseConnectionException(text, error) { IsTransient = error.IsTransient },
            _ => new PodDatabaseException(text, error),
        };
    }

    // Data exceptions quote the value: invalid input syntax for type integer: "12x"
    private static string HideValue(string text) => $"{text[..text.IndexOf('"', StringComparison.Ordinal)]}\"…\"{text[(text.LastIndexOf('"') + 1)..]}";

    private static DatabaseConnectionException Connection(string message, Exception inner) => new(message, inner) { IsTransient = true };
}
