using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>A generated enum, written by the names of its model file or by their index. Its values count from 0 in the order of the file.</summary>
/// <typeparam name="T">The enum; its underlying type is <see cref="int"/>.</typeparam>
public sealed class EnumCodec<T> : JsonCodec<T>
    where T : struct, Enum
{
    private readonly string[]? _names;
    private readonly JsonEncodedText[] _encoded;
    private readonly int _count;
    private readonly T? _fallback;

    internal EnumCodec(string wireName, string[]? names, int count, T? fallback)
    {
        if (Enum.GetUnderlyingType(typeof(T)) != typeof(int))
        {
            throw new ArgumentException($"'{typeof(T)}' must have int as its underlying type.", nameof(wireName));
        }

        WireName = wireName;
        _names = names;
        _encoded = names is null ? [] : [.. names.Select(static name => JsonEncodedText.Encode(name))];
        _count = count;
        _fallback = fallback;
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <summary>Whether values are written by index rather than by name.</summary>
    public bool IsByIndex => _names is null;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (IsByIndex)
        {
            var index = WholeNumber.Read(ref reader, long.MinValue, long.MaxValue, WireName);
            return index >= 0 && index < _count ? FromInt32((int)index) : _fallback ?? throw Unknown(ref reader);
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonErrors.Expected(ref reader, $"a string ({WireName})");
        }

        for (var i = 0; i < _encoded.Length; i++)
        {
            if (reader.ValueTextEquals(_names![i]))
            {
                return FromInt32(i);
            }
        }

        return _fallback ?? throw Unknown(ref reader);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonAudience audience)
    {
        var index = IndexOf(value);
        if (IsByIndex)
        {
            writer.WriteNumberValue(index);
        }
        else
        {
            writer.WriteStringValue(_encoded[index]);
        }
    }

    /// <summary>The spelling of a value in the model file, which a column of a by-name enum holds.</summary>
    public string NameOf(T value) => _names is null ? throw ByIndexOnly() : _names[IndexOf(value)];

    /// <summary>The position of a value in the model file, which a column of a by-index enum holds.</summary>
    public int IndexOf(T value)
    {
        var index = Unsafe.BitCast<T, int>(value);
        return (uint)index < (uint)_count
            ? index
            : throw new ArgumentException($"The value is not one that '{WireName}' declares.", nameof(value));
    }

    /// <summary>The value that a name stands for; unknown names give the enum's default.</summary>
    /// <exception cref="PodJsonException">The name is unknown and the enum has no default.</exception>
    public T FromName(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < (_names ?? throw ByIndexOnly()).Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return FromInt32(i);
            }
        }

        return _fallback ?? throw new PodJsonException(UnknownText());
    }

    /// <summary>The value that an index stands for; unknown ones give the enum's default.</summary>
    /// <exception cref="PodJsonException">The index is unknown and the enum has no default.</exception>
    public T FromIndex(int index)
        => (uint)index < (uint)_count ? FromInt32(index) : _fallback ?? throw new PodJsonException(UnknownText());

    private static T FromInt32(int value) => Unsafe.BitCast<int, T>(value);

    private InvalidOperationException ByIndexOnly() => new($"'{WireName}' is serialized by index; it has no names on the wire.");

    private PodJsonException Unknown(ref Utf8JsonReader reader) => PodJsonException.At(ref reader, UnknownText());

    private string UnknownText()
    {
        var text = new StringBuilder("Unknown value of '").Append(WireName).Append("'; known are ");
        return _names is null
            ? text.Append("0 to ").Append(_count - 1).Append('.').ToString()
            : text.AppendJoin(", ", _names).Append('.').ToString();
    }
}
