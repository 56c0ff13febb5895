namespace Pod.Client;

/// <summary>A new state of the socket of all streams.</summary>
/// <param name="state">The state.</param>
public sealed class PodConnectionStateEventArgs(PodConnectionState state) : EventArgs
{
    /// <summary>The state.</summary>
    public PodConnectionState State => state;
}
