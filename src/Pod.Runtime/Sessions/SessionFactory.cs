using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Sessions;

/// <summary>Opens a scope per session.</summary>
internal sealed class SessionFactory(IServiceScopeFactory scopes, CallFailures failures) : ISessionFactory
{
    public Task<InternalSession> CreateAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new InternalSession(scopes.CreateAsyncScope(), "internal", cancellationToken));
    }

    public Task RunAsync(Func<InternalSession, Task> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(
            async session =>
            {
                await work(session).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<T> RunAsync<T>(Func<InternalSession, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var session = await CreateAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                return await work(session).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                await failures.HandAroundAsync(session, e).ConfigureAwait(false);
                session.Failed(e);
                session.Logger.InternalSessionFailed(e, session.Endpoint);
                throw;
            }
        }
    }
}
