using System.Diagnostics.CodeAnalysis;

namespace Pod.Runtime.Caching.Loading;

/// <summary>The loads of one cache that run now.</summary>
internal sealed class RunningLoads
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Key, Type Type), IRunningLoad> _loads = [];
    private readonly AsyncLocal<LoadScope?> _current = new();
    private long _ended;

    /// <summary>How many loads have ended so far.</summary>
    public long Ended => Interlocked.Read(ref _ended);

    public void ThrowIfLoading(string key)
    {
        for (var scope = _current.Value; scope is not null; scope = scope.Outer)
        {
            if (scope.Key == key && scope.IsOpen)
            {
                throw new InvalidOperationException($"The loader of the cache key '{key}' asks for that key itself and would wait for itself. Load what it needs directly.");
            }
        }
    }

    /// <summary>Joins the running load of a key or begins one; false when a load has ended since <paramref name="ended"/> was read.</summary>
    public bool TryJoin<T>(string key, IReadOnlyList<string> groups, long ended, [NotNullWhen(true)] out RunningLoad<T>? load, out bool isNew)
    {
        lock (_gate)
        {
            isNew = false;
            if (_loads.TryGetValue((key, typeof(T)), out var running) && (load = (RunningLoad<T>)running).TryJoin())
            {
                return true;
            }

            load = null;
            if (_ended != ended)
            {
                return false;
            }

            isNew = true;
            load = new RunningLoad<T>(key, groups);
            load.TryJoin();
            _loads[(key, typeof(T))] = load;
            return true;
        }
    }

    public void Remove<T>(RunningLoad<T> load)
    {
        lock (_gate)
        {
            _ended++;
            if (_loads.TryGetValue((load.Key, typeof(T)), out var present) && present == load)
            {
                _loads.Remove((load.Key, typeof(T)));
            }
        }
    }

    public void Forget(string key) => ForgetWhere((running, load) => running == key);

    public void ForgetGroup(string group) => ForgetWhere((_, load) => load.Groups.Contains(group));

    public void ForgetAll() => ForgetWhere(static (_, _) => true);

    /// <summary>Marks what follows in this flow of execution as the load of a key.</summary>
    public LoadScope Enter(string key) => _current.Value = new LoadScope(key, _current.Value);

    private void ForgetWhere(Func<string, IRunningLoad, bool> isMeant)
    {
        lock (_gate)
        {
            foreach (var ((key, _), load) in _loads)
            {
                if (isMeant(key, load))
                {
                    load.Forget();
                }
            }
        }
    }
}
