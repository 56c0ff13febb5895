namespace Pod.Runtime.Sessions;

/// <summary>One callback of a session's end. It runs at most once.</summary>
internal sealed class ClosingCallback(Func<Session, Task> callback) : IDisposable
{
    private Func<Session, Task>? _callback = callback;

    public Task RunAsync(Session session) => Interlocked.Exchange(ref _callback, null)?.Invoke(session) ?? Task.CompletedTask;

    public void Dispose() => _callback = null;
}
