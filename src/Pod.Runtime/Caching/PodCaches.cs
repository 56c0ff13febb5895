namespace Pod.Runtime;

/// <summary>The three caches; a service, and <c>session.Caches</c>. Safe on any thread. Their keys are apart.</summary>
public sealed class PodCaches
{
    internal PodCaches(IPodCache local, IPodCache priority, IPodCache global)
    {
        Local = local;
        Priority = priority;
        Global = global;
    }

    /// <summary>Entries of this process.</summary>
    public IPodCache Local { get; }

    /// <summary>Small entries of this process that are asked for often; what <see cref="Local"/> holds never pushes them out.</summary>
    public IPodCache Priority { get; }

    /// <summary>Entries that all servers share when Redis is added with <c>AddPodRedis</c>; otherwise those of this process.</summary>
    public IPodCache Global { get; }
}
