namespace Pod.Protocol.Streams;

/// <summary>A transport that can hold frames back, so that those which are ready together leave together.</summary>
public interface IFrameBatch
{
    /// <summary>From now on hold what is written.</summary>
    void Begin();

    /// <summary>Send what was held, at once.</summary>
    ValueTask EndAsync();
}
