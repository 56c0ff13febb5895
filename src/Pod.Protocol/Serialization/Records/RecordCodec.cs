using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>
/// Value tuples, as <c>{"p":[…],"n":{…}}</c>: elements that are known by their position under <c>p</c>, named ones under <c>n</c>. Either is left
/// out where the type has no such elements, and so are named elements that are null.
/// </summary>
/// <typeparam name="T">The value tuple.</typeparam>
/// <example>
/// <code>
/// PodJson.Record&lt;(int, string? note)>()
///     .Positional(PodJson.Int32, static (ref r) => ref r.Item1)
///     .Named("note", PodJson.OrNull(PodJson.String), static (ref r) => ref r.Item2)
/// </code>
/// </example>
public sealed class RecordCodec<T> : JsonCodec<T>
    where T : struct
{
    // One bit of a long says whether a part was there.
    private const int MostParts = 64;

    private readonly RecordPart<T>[] _positional;
    private readonly RecordPart<T>[] _named;

    internal RecordCodec(RecordPart<T>[] positional, RecordPart<T>[] named)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(positional.Length + named.Length, MostParts);
        _positional = positional;
        _named = named;
        var names = string.Join(',', named.Select(static part => $"{part.WireName} {part.Name}"));
        WireName = $"({string.Join(',', positional.Select(static part => part.WireName).Concat(names.Length > 0 ? [$"{{{names}}}"] : []))})";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <summary>This codec with one more element that is known by its position.</summary>
    public RecordCodec<T> Positional<TPart>(JsonCodec<TPart> codec, RecordField<T, TPart> field)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return new([.. _positional, new RecordPart<T, TPart>(null, codec, field)], _named);
    }

    /// <summary>This codec with one more element that is known by its name.</summary>
    public RecordCodec<T> Named<TPart>(string name, JsonCodec<TPart> codec, RecordField<T, TPart> field)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(codec);
        return new(_positional, [.. _named, new RecordPart<T, TPart>(name, codec, field)]);
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        T record = default;
        var seen = 0ul;
        PodJson.BeginObject(ref reader, WireName);
        while (PodJson.NextProperty(ref reader))
        {
            if (_positional.Length > 0 && reader.ValueTextEquals("p"u8))
            {
                reader.Read();
                ReadPositional(ref record, ref seen, ref reader, audience);
            }
            else if (_named.Length > 0 && reader.ValueTextEquals("n"u8))
            {
                reader.Read();
                ReadNamed(ref record, ref seen, ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        RequireAll(seen, ref reader);
        return record;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonAudience audience)
    {
        writer.WriteStartObject();
        if (_positional.Length > 0)
        {
            writer.WriteStartArray("p"u8);
            foreach (var part in _positional)
            {
                part.Write(ref value, writer, audience);
            }

            writer.WriteEndArray();
        }

        if (_named.Length > 0)
        {
            writer.WriteStartObject("n"u8);
            foreach (var part in _named)
            {
                if (!part.AcceptsNull || !part.IsNull(ref value))
                {
                    writer.WritePropertyName(part.NameUtf8);
                    part.Write(ref value, writer, audience);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void ReadPositional(ref T record, ref ulong seen, ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, $"an array ({WireName})");
        }

        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i >= _positional.Length)
            {
                reader.Skip();
                continue;
            }

            _positional[i].Read(ref record, ref reader, audience);
            seen |= 1ul << i;
        }
    }

    private void ReadNamed(ref T record, ref ulong seen, ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        PodJson.BeginObject(ref reader, WireName);
        while (PodJson.NextProperty(ref reader))
        {
            var i = IndexOfName(ref reader);
            if (i < 0)
            {
                PodJson.Skip(ref reader);
                continue;
            }

            reader.Read();
            _named[i].Read(ref record, ref reader, audience);
            seen |= 1ul << (_positional.Length + i);
        }
    }

    private int IndexOfName(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _named.Length; i++)
        {
            if (reader.ValueTextEquals(_named[i].NameUtf8))
            {
                return i;
            }
        }

        return -1;
    }

    private void RequireAll(ulong seen, ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _positional.Length + _named.Length; i++)
        {
            var part = i < _positional.Length ? _positional[i] : _named[i - _positional.Length];
            if ((seen & (1ul << i)) == 0 && !part.AcceptsNull)
            {
                throw part.Name is { } name
                    ? PodJson.Missing(ref reader, WireName, name)
                    : PodJsonException.At(ref reader, $"The element {i + 1} of '{WireName}' is missing.");
            }
        }
    }
}
