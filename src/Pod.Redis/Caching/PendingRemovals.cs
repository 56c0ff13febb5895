namespace Pod.Redis.Caching;

/// <summary>What was removed while Redis could not be told. It is removed before anything is read again, so a Redis that comes back serves none of it.</summary>
internal sealed class PendingRemovals
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private volatile bool _isEmpty = true;
    private bool _isEverything;

    public bool IsEmpty => _isEmpty;

    /// <param name="key">The name of an entry or group in Redis.</param>
    public void Add(string key)
    {
        lock (_gate)
        {
            _isEmpty = false;
            if (_isEverything || _keys.Add(key) && _keys.Count <= Most)
            {
                return;
            }

            if (_keys.Count > Most)
            {
                AddEverything();
            }
        }
    }

    public void AddEverything()
    {
        lock (_gate)
        {
            _isEmpty = false;
            _isEverything = true;
            _keys.Clear();
        }
    }

    /// <summary>Takes what there is; what cannot be removed has to be added again.</summary>
    public (bool IsEverything, IReadOnlyList<string> Keys) Take()
    {
        lock (_gate)
        {
            var taken = (_isEverything, (IReadOnlyList<string>)[.. _keys]);
            _keys.Clear();
            _isEverything = false;
            _isEmpty = true;
            return taken;
        }
    }
}
