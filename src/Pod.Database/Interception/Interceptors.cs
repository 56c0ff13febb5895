using Npgsql;
using Pod.Database.Errors;

namespace Pod.Database.Interception;

/// <summary>The interceptors of a database, asked one after the other.</summary>
internal sealed class Interceptors(IDatabaseInterceptor[] all)
{
    public async ValueTask OpeningAsync(IDatabaseSession session, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var interceptor in all)
            {
                await interceptor.OpeningAsync(session, connection, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false) is { } error)
        {
            throw error;
        }
    }

    public async ValueTask ExecutingAsync(DatabaseCommand command, CancellationToken cancellationToken)
    {
        foreach (var interceptor in all)
        {
            await interceptor.ExecutingAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows)
    {
        foreach (var interceptor in all)
        {
            await interceptor.ExecutedAsync(command, duration, rows).ConfigureAwait(false);
        }
    }

    public async ValueTask FailedAsync(DatabaseCommand command, Exception exception)
    {
        foreach (var interceptor in all)
        {
            await interceptor.FailedAsync(command, exception).ConfigureAwait(false);
        }
    }
}
