using System.Text.Json;

namespace Pod.Protocol;

/// <summary>Reads and writes one type of value as JSON. Codecs hold no state and are safe on any thread.</summary>
/// <typeparam name="T">The type of value.</typeparam>
public abstract class JsonCodec<T>
{
    /// <summary>The type's name on the wire, such as <c>int</c>, <c>List&lt;String&gt;</c> or <c>Channel</c>.</summary>
    public abstract string WireName { get; }

    /// <summary>Whether <see cref="Read"/> takes a JSON null.</summary>
    public virtual bool AcceptsNull => false;

    /// <summary>The wire name of the type that a value has at run time.</summary>
    public virtual string WireNameOf(T value) => WireName;

    /// <summary>Reads a value that comes from <paramref name="audience"/>. The reader stands on the value's first token, and on its last one afterwards.</summary>
    /// <exception cref="PodJsonException">The JSON is no such value.</exception>
    public abstract T Read(ref Utf8JsonReader reader, JsonAudience audience);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value, JsonAudience audience);
}
