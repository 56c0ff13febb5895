namespace Pod.Runtime;

/// <summary>Limits of streams, from the configuration section <c>Pod:Streams</c>.</summary>
public sealed class PodStreamOptions
{
    /// <summary>The most calls that one socket may have open at a time.</summary>
    /// <value>1000 by default.</value>
    public int MaxCallsPerSocket { get; set; } = 1000;

    /// <summary>The most items of an input stream that wait to be read by the method. One more ends that input with an error.</summary>
    /// <value>256 by default.</value>
    public int MaxUnreadItems { get; set; } = 256;

    /// <summary>How long a streaming call may last before it is closed with an error.</summary>
    /// <value>Null by default: as long as it likes.</value>
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>How long streaming calls may take to finish when the server stops.</summary>
    /// <value>6 seconds by default.</value>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(6);
}
