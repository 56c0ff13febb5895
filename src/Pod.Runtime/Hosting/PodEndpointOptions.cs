namespace Pod.Runtime;

/// <summary>Settings of endpoints, from the configuration section <c>Pod:Endpoints</c>.</summary>
public sealed class PodEndpointOptions
{
    /// <summary>Who may call methods about which nothing is said.</summary>
    /// <value><see cref="DefaultAccess.Open"/> by default.</value>
    public DefaultAccess DefaultAccess { get; set; } = DefaultAccess.Open;
}
