namespace Pod.Runtime;

/// <summary>Settings of the global cache.</summary>
public sealed class PodGlobalCacheSettings : PodCacheSettings
{
    /// <summary>Where the entries are.</summary>
    /// <value><see cref="GlobalCacheStore.Auto"/> by default.</value>
    public GlobalCacheStore Store { get; set; } = GlobalCacheStore.Auto;
}
