namespace Pod.Runtime;

/// <summary>Which web pages may call, from the configuration section <c>Pod:Cors</c>.</summary>
public sealed class PodCorsOptions
{
    /// <summary>Origins such as <c>https://app.example.com</c>; <c>*</c> for all.</summary>
    /// <value>Empty by default: no origin, and in Development those on localhost.</value>
    public IList<string> AllowedOrigins { get; } = [];
}
