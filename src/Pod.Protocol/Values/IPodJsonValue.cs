using System.Text.Json;

namespace Pod.Protocol;

/// <summary>
/// A type of your own that model files name under <c>customTypes</c>: it writes and reads itself as one JSON value of any form.
/// </summary>
/// <remarks>Values should be immutable: copies of a model share them. Clients read the same form, so leave out what they must not see.</remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <example>
/// <code>
/// public readonly record struct Money(decimal Amount, string Currency) : IPodJsonValue&lt;Money>
/// {
///     public static Money ReadJson(ref Utf8JsonReader reader) => Parse(reader.GetString()!);
///     public void WriteJson(Utf8JsonWriter writer) => writer.WriteStringValue($"{Amount} {Currency}");
/// }
/// </code>
/// </example>
public interface IPodJsonValue<TSelf>
    where TSelf : IPodJsonValue<TSelf>
{
    /// <summary>The type's name on the wire; the C# name unless it says otherwise.</summary>
    static virtual string WireName => typeof(TSelf).Name;

    /// <summary>
    /// Reads a value; the reader stands on its first token, which is not null. What the reader throws about a wrong token, and any
    /// <see cref="FormatException"/> or <see cref="ArgumentException"/>, counts as bad JSON.
    /// </summary>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes the value as exactly one JSON value, which is not null.</summary>
    void WriteJson(Utf8JsonWriter writer);
}
