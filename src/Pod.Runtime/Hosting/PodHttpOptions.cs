namespace Pod.Runtime;

/// <summary>Settings of HTTP calls, from the configuration section <c>Pod:Http</c>.</summary>
public sealed class PodHttpOptions
{
    /// <summary>Whether an <c>Authorization</c> header needs a scheme, <c>Bearer</c> or <c>Basic</c>. Otherwise a bare token is taken, too.</summary>
    /// <value>True by default.</value>
    public bool ValidateHeaders { get; set; } = true;

    /// <summary>How long calls may go on when the server stops, before their tokens are cancelled.</summary>
    /// <value>6 seconds by default.</value>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(6);
}
