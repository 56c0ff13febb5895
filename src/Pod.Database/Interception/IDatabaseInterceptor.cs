using Npgsql;

namespace Pod.Database;

/// <summary>
/// Is told of every statement before and after it runs. Register any number, in <see cref="PodDatabaseOptions.Interceptors"/> or among the server's
/// services; they are asked one after the other in that order, and are used by many statements at once.
/// </summary>
/// <remarks>
/// An exception of an interceptor reaches the caller of the statement; before the statement it prevents it. Statements that an interceptor runs
/// through Pod are intercepted as well. <c>BEGIN</c>, <c>COMMIT</c> and savepoints are not told.
/// </remarks>
public interface IDatabaseInterceptor
{
    /// <summary>
    /// A connection was taken from the pool, for one statement or for a transaction that has just begun. The place to set what depends on the session,
    /// such as the tenant for row-level security. Set it always: the connection may come from another session and still have its settings.
    /// </summary>
    /// <param name="session">Who it was opened for; never a <see cref="Transaction"/>.</param>
    /// <param name="connection">The open connection. Do not close it.</param>
    /// <param name="cancellationToken">The statement's.</param>
    ValueTask OpeningAsync(IDatabaseSession session, NpgsqlConnection connection, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A statement is about to be sent; its timeout can be changed and comments be added.</summary>
    ValueTask ExecutingAsync(DatabaseCommand command, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A statement has run and its rows have been read.</summary>
    /// <param name="command">The statement.</param>
    /// <param name="duration">How long it took, waiting for a connection included.</param>
    /// <param name="rows">How many rows it changed, or gave if it changes none.</param>
    ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows) => ValueTask.CompletedTask;

    /// <summary>A statement has failed or was cancelled.</summary>
    ValueTask FailedAsync(DatabaseCommand command, Exception exception) => ValueTask.CompletedTask;
}
