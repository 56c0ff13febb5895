namespace Pod.Client;

/// <summary>Knows whether the device is online.</summary>
public interface IConnectivity
{
    /// <summary>Raised after <see cref="IsOnline"/> has changed, on any thread.</summary>
    event EventHandler? Changed;

    /// <summary>Whether the device is online.</summary>
    bool IsOnline { get; }
}
