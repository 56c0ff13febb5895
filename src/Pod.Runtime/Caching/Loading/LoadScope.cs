namespace Pod.Runtime.Caching.Loading;

/// <summary>The load of a key that a flow of execution is in. Work that a loader has left behind may outlive it.</summary>
internal sealed class LoadScope(string key, LoadScope? outer) : IDisposable
{
    public string Key => key;

    public LoadScope? Outer => outer;

    public bool IsOpen { get; private set; } = true;

    public void Dispose() => IsOpen = false;
}
