using Pod.Client.Streams;
using Pod.Protocol;
using Pod.Protocol.Serialization;

namespace Pod.Client;

/// <summary>The arguments of one call, encoded as they are added. Made and handed over by generated code; for one use.</summary>
/// <param name="traits">What is known about the method.</param>
public sealed class CallArguments(CallTraits traits)
{
    private readonly PodJsonBuffer _buffer = Begin();
    private List<ClientInput>? _streams;

    /// <summary>Starts the arguments of a method without special traits.</summary>
    public CallArguments()
        : this(CallTraits.None)
    {
    }

    /// <summary>Adds an argument.</summary>
    public CallArguments Add<T>(string name, JsonCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        _buffer.Writer.WritePropertyName(name);
        codec.Write(_buffer.Writer, value, JsonAudience.Visible);
        return this;
    }

    /// <summary>Adds an input stream. It is enumerated once the server has opened the call.</summary>
    public CallArguments AddStream<T>(string name, JsonCodec<T> codec, IAsyncEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(items);
        (_streams ??= []).Add(new ClientInput<T>(name, codec, items));
        return this;
    }

    internal EncodedArguments Complete()
    {
        _buffer.Writer.WriteEndObject();
        using (_buffer)
        {
            return new EncodedArguments(traits, _buffer.WrittenMemory.ToArray(), _streams ?? []);
        }
    }

    private static PodJsonBuffer Begin()
    {
        var buffer = PodJsonBuffer.Rent();
        buffer.Writer.WriteStartObject();
        return buffer;
    }
}
