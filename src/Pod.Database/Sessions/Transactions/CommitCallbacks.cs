using System.Runtime.ExceptionServices;

namespace Pod.Database.Sessions;

/// <summary>What waits for the commit of a transaction.</summary>
internal sealed class CommitCallbacks
{
    private readonly Lock _lock = new();
    private readonly List<Func<Task>> _callbacks = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _callbacks.Count;
            }
        }
    }

    public void Add(Func<Task> callback)
    {
        lock (_lock)
        {
            _callbacks.Add(callback);
        }
    }

    /// <summary>Takes over those of a nested transaction.</summary>
    public void Add(CommitCallbacks nested)
    {
        lock (_lock)
        {
            _callbacks.AddRange(nested._callbacks);
        }
    }

    /// <summary>Forgets all but the first ones, because what they wait for was undone.</summary>
    public void Keep(int count)
    {
        lock (_lock)
        {
            _callbacks.RemoveRange(count, _callbacks.Count - count);
        }
    }

    /// <summary>Runs all of them in order. A failure does not keep the others from running.</summary>
    public async Task RunAsync()
    {
        var failures = new List<Exception>();
        foreach (var callback in _callbacks)
        {
            try
            {
                await callback().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failures[0]);
        }

        if (failures.Count > 1)
        {
            throw new AggregateException("The transaction was committed, but callbacks that waited for it failed.", failures);
        }
    }
}
