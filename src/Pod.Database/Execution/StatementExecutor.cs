using Npgsql;
using Pod.Database.Diagnostics;
using Pod.Database.Errors;
using Pod.Database.Execution.Results;

namespace Pod.Database.Execution;

/// <summary>Sends statements: on the session's transaction, or on a connection of their own.</summary>
internal static class StatementExecutor
{
    // One method rather than layers: each layer that waits costs an allocation per statement.
    public static async Task<TResult> ExecuteAsync<TResult>(
        IDatabaseSession session, StatementCall call, IResultReader<TResult> results, CancellationToken cancellationToken)
    {
        var transaction = session as Transaction;
        var database = session.Database;
        if (transaction is null && database.Enclosing is { } enclosing)
        {
            return await enclosing.RunStatementAsync(session, inner => ExecuteAsync(inner, call, results, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }

        if (transaction is null)
        {
            database.Warnings?.UseOf(session);
        }

        var measurement = StatementMeasurement.Begin(database, call.Plan);
        var succeeded = false;
        NpgsqlConnection? connection = null;
        try
        {
            if (database.TagsQueries && session.QueryTag is { } tag)
            {
                call.AddComment(tag);
            }

            for (var isRepeatable = transaction is null && call.Plan.IsRead; ; isRepeatable = false)
            {
                try
                {
                    connection = transaction is null
                        ? await database.OpenAsync(cancellationToken).ConfigureAwait(false)
                        : await transaction.EnterAsync(cancellationToken).ConfigureAwait(false);
                    call.Command.Connection = connection;
                    if (database.Interceptors is not null)
                    {
                        await measurement.InterceptAsync(session, call, cancellationToken).ConfigureAwait(false);
                    }

                    var reader = await call.Command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false))
                    {
                        var result = await results.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
                        if (measurement.WantsRows)
                        {
                            measurement.Rows = results.CountRows(result);
                        }

                        succeeded = true;
                        return result;
                    }
                }
                catch (Exception exception) when (isRepeatable && connection is not null && IsConnectionLost(exception))
                {
                    // The pool may have handed out a connection that a restart of the server had ended; reading again does no harm.
                    await database.CloseAsync(connection).ConfigureAwait(false);
                    connection = null;
                    call.Renew();
                    ConnectionMeters.Retried(database, "read");
                }
            }
        }
        catch (Exception exception)
        {
            var error = ErrorTranslation.Translate(exception, isOpening: connection is null, transaction?.Failure, database.IncludesSensitiveData);
            measurement.Fail(error ?? exception);
            if (connection is not null)
            {
                transaction?.NoteFailure(error ?? exception);
            }

            if (error is not null)
            {
                throw error;
            }

            throw;
        }
        finally
        {
            call.Finish(succeeded);
            if (connection is not null && transaction is null)
            {
                await database.CloseAsync(connection).ConfigureAwait(false);
            }
            else if (connection is not null)
            {
                transaction!.Leave();
            }

            measurement.End();
            if (measurement.IsIntercepted)
            {
                await measurement.TellEndAsync().ConfigureAwait(false);
            }
        }
    }

    private static bool IsConnectionLost(Exception exception)
        => ErrorTranslation.Translate(exception, isOpening: false) is DatabaseConnectionException { IsTransient: true };
}
