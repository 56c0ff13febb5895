namespace Pod.Client;

/// <summary>How often something is tried again, and how long the waits in between are: each about twice as long as the one before, with a random part.</summary>
public sealed record PodBackoff
{
    /// <summary>How often it is tried again.</summary>
    /// <value>5 by default.</value>
    public int Attempts { get; init; } = 5;

    /// <summary>The upper bound of the first wait.</summary>
    /// <value>200 milliseconds by default.</value>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The upper bound of every wait.</summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    // Half of the wait is random, so that the clients of a server that comes back do not all come at once.
    internal TimeSpan DelayBefore(int attempt)
    {
        var bound = Math.Min(LongestDelay.TotalMilliseconds, FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
#pragma warning disable CA5394 // Nothing secret depends on it.
        return TimeSpan.FromMilliseconds(bound * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
