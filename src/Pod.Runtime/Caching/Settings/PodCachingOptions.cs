namespace Pod.Runtime;

/// <summary>Settings of the caches, from the configuration section <c>Pod:Caching</c>.</summary>
public sealed class PodCachingOptions
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>The cache <see cref="PodCaches.Local"/>.</summary>
    public PodCacheSettings Local { get; set; } = new();

    /// <summary>The cache <see cref="PodCaches.Priority"/>.</summary>
    /// <value><see cref="PodCacheSettings.MaxBytes"/> is 16 MiB by default.</value>
    public PodCacheSettings Priority { get; set; } = new() { MaxBytes = 16 * Mebibyte };

    /// <summary>The cache <see cref="PodCaches.Global"/>.</summary>
    /// <value><see cref="PodCacheSettings.DefaultLifetime"/> is 24 hours by default.</value>
    public PodGlobalCacheSettings Global { get; set; } = new() { DefaultLifetime = TimeSpan.FromHours(24) };
}
