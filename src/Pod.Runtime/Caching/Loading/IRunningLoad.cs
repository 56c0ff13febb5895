namespace Pod.Runtime.Caching.Loading;

/// <summary>A load that callers wait for.</summary>
internal interface IRunningLoad
{
    IReadOnlyList<string> Groups { get; }

    /// <summary>Keeps the result out of the store; the callers get it all the same.</summary>
    void Forget();
}
