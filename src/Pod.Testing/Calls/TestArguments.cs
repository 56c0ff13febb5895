using Pod.Protocol;
using Pod.Protocol.Serialization;

namespace Pod.Testing;

/// <summary>The arguments of one call, encoded as they would travel. Generated code fills it.</summary>
public sealed class TestArguments
{
    private readonly PodJsonBuffer _body = PodJsonBuffer.Rent();
    private readonly Dictionary<string, object> _streams = new(StringComparer.Ordinal);

    /// <summary>Makes a set without arguments.</summary>
    public TestArguments() => _body.Writer.WriteStartObject();

    /// <summary>Adds an argument.</summary>
    /// <exception cref="PodJsonException">The value cannot travel.</exception>
    public TestArguments Add<T>(string name, JsonCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        _body.Writer.WritePropertyName(name);
        codec.Write(_body.Writer, value, JsonAudience.Visible);
        return this;
    }

    /// <summary>Adds an input stream.</summary>
    public TestArguments AddStream<T>(string name, JsonCodec<T> codec, IAsyncEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(items);
        _streams.Add(name, items);
        return this;
    }

    internal IReadOnlyDictionary<string, object> Streams => _streams;

    /// <summary>Ends the writing. Once.</summary>
    internal byte[] ToBody()
    {
        using (_body)
        {
            _body.Writer.WriteEndObject();
            return _body.WrittenMemory.ToArray();
        }
    }
}
