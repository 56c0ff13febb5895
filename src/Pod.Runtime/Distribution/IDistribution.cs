using Pod.Runtime.Caching.Stores;

namespace Pod.Runtime.Distribution;

/// <summary>What connects the servers of one application. A package that offers it registers one as a service.</summary>
internal interface IDistribution
{
    /// <summary>The store of the global cache; null where nothing is configured.</summary>
    ICacheStore? Cache { get; }

    /// <summary>What carries messages; null where nothing is configured.</summary>
    IMessageBackplane? Messages { get; }

    /// <summary>Why this server should get no calls yet; null for no reason.</summary>
    string? NotReady { get; }
}
