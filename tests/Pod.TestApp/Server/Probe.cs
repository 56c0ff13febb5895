using System.Collections.Concurrent;
using Pod.Runtime;

namespace ChatApp.Server;

/// <summary>What tests see of the server's inside: which sessions closed, and signals of running methods.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new();
    private readonly ConcurrentQueue<WeakReference> _sessions = new();
    private int _open;
    private int _closed;
    private long _produced;

    public int OpenSessions => _open;

    public int ClosedSessions => _closed;

    /// <summary>Sessions that something still holds.</summary>
    public int LivingSessions => _sessions.Count(static session => session.IsAlive);

    public long Produced => Interlocked.Read(ref _produced);

    public void Watch(Session session)
    {
        Interlocked.Increment(ref _open);
        _sessions.Enqueue(new WeakReference(session));
        session.OnClosing(_ =>
        {
            Interlocked.Decrement(ref _open);
            Interlocked.Increment(ref _closed);
            return Task.CompletedTask;
        });
    }

    public void Produce() => Interlocked.Increment(ref _produced);

    public void Signal(string name) => Source(name).TrySetResult();

    public Task WaitAsync(string name) => Source(name).Task;

    private TaskCompletionSource Source(string name)
        => _signals.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
