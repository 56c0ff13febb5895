using System.Text.Json;
using Pod.Protocol;
using Pod.Protocol.Serialization;

namespace Pod.Testing;

/// <summary>The arguments of one call. Generated code fills it.</summary>
public sealed class TestArguments
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<Action<Utf8JsonWriter>> _writes = [];
    private readonly Dictionary<string, object> _streams = new(StringComparer.Ordinal);

    /// <summary>Adds an argument.</summary>
    public TestArguments Add<T>(string name, JsonCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        _values.Add(name, value);
        _writes.Add(writer =>
        {
            writer.WritePropertyName(name);
            codec.Write(writer, value, JsonAudience.Visible);
        });
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

    internal IReadOnlyDictionary<string, object?> Values => _values;

    internal IReadOnlyDictionary<string, object> Streams => _streams;

    /// <summary>Encodes the arguments as they would travel.</summary>
    /// <exception cref="PodJsonException">A value cannot travel.</exception>
    internal byte[] ToBody()
    {
        using var body = PodJsonBuffer.Rent();
        body.Writer.WriteStartObject();
        _writes.ForEach(write => write(body.Writer));
        body.Writer.WriteEndObject();
        return body.WrittenMemory.ToArray();
    }
}
