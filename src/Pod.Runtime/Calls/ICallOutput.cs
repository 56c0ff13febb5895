using Pod.Protocol;

namespace Pod.Runtime.Calls;

/// <summary>Where the outcome of a method goes: an HTTP response, or frames of a socket.</summary>
internal interface ICallOutput
{
    /// <summary>The arguments were read and the method runs.</summary>
    void Opened();

    /// <summary>Hands an item over.</summary>
    /// <param name="codec">How it is written.</param>
    /// <param name="item">The item.</param>
    /// <param name="isAwaited">Whether the item had to be waited for, so that most likely no other follows at once. One that was there may wait for the next.</param>
    ValueTask WriteItemAsync<T>(JsonCodec<T> codec, T item, bool isAwaited);

    /// <summary>The method waits: what was handed over has nothing to wait for.</summary>
    void Flush();

    ValueTask WriteResultAsync<T>(JsonCodec<T> codec, T result, bool isRaw);

    /// <summary>Sends a stream, bytes or a result of ASP.NET Core as they are.</summary>
    ValueTask WriteRawAsync(object? result);

    ValueTask CompleteAsync();
}
