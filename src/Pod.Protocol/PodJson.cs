using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>The codecs of the wire, and what generated models read and write themselves with. Everything here is safe on any thread.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "A codec is named after the type that it reads and writes.")]
public static class PodJson
{
    /// <summary>How deep a JSON text may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>Booleans.</summary>
    public static BooleanCodec Boolean { get; } = new();

    /// <summary>Whole numbers of 16 bits.</summary>
    public static Int16Codec Int16 { get; } = new();

    /// <summary>Whole numbers of 32 bits.</summary>
    public static Int32Codec Int32 { get; } = new();

    /// <summary>Whole numbers of 64 bits.</summary>
    public static Int64Codec Int64 { get; } = new();

    /// <summary>Floating point numbers of 32 bits.</summary>
    public static SingleCodec Single { get; } = new();

    /// <summary>Floating point numbers of 64 bits.</summary>
    public static DoubleCodec Double { get; } = new();

    /// <summary>Decimal numbers.</summary>
    public static DecimalCodec Decimal { get; } = new();

    /// <summary>Texts.</summary>
    public static StringCodec String { get; } = new();

    /// <summary>Points in time in UTC.</summary>
    public static DateTimeCodec DateTime { get; } = new();

    /// <summary>Points in time with an offset.</summary>
    public static DateTimeOffsetCodec DateTimeOffset { get; } = new();

    /// <summary>Dates.</summary>
    public static DateOnlyCodec DateOnly { get; } = new();

    /// <summary>Times of day.</summary>
    public static TimeOnlyCodec TimeOnly { get; } = new();

    /// <summary>Spans of time.</summary>
    public static TimeSpanCodec TimeSpan { get; } = new();

    /// <summary>Guids.</summary>
    public static GuidCodec Guid { get; } = new();

    /// <summary>Bytes.</summary>
    public static BytesCodec Bytes { get; } = new();

    /// <summary>Addresses.</summary>
    public static UriCodec Uri { get; } = new();

    /// <summary>Whole numbers of any size.</summary>
    public static BigIntegerCodec BigInteger { get; } = new();

    /// <summary>Vectors of single precision.</summary>
    public static VectorCodec Vector { get; } = new();

    /// <summary>Vectors of half precision.</summary>
    public static HalfVectorCodec HalfVector { get; } = new();

    /// <summary>Vectors that are mostly 0.</summary>
    public static SparseVectorCodec SparseVector { get; } = new();

    /// <summary>Rows of bits.</summary>
    public static BitCodec Bit { get; } = new();

    internal static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = MaxDepth };

    // Relaxed escaping: the texts are never embedded in HTML, and the escaped forms of quotes and letters only make them longer.
    // The writer may go a little deeper than readers do, because a stream frame wraps the value that it carries.
    internal static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth + 8,
        SkipValidation = true,
    };

    private static JsonEncodedText ClassNameMember { get; } = JsonEncodedText.Encode("__className__"u8);

    /// <summary>A value type that may be null, as element or result.</summary>
    public static NullableCodec<T> Nullable<T>(JsonCodec<T> codec)
        where T : struct => new(codec);

    /// <summary>A reference type that may be null, as element or result.</summary>
    public static OrNullCodec<T> OrNull<T>(JsonCodec<T> codec)
        where T : class => new(codec);

    /// <summary>Lists.</summary>
    public static ListCodec<T> List<T>(JsonCodec<T> element) => new(element);

    /// <summary>Sets.</summary>
    public static SetCodec<T> Set<T>(JsonCodec<T> element) => new(element);

    /// <summary>Maps with text keys.</summary>
    public static TextMapCodec<T> Map<T>(JsonCodec<T> value) => new(value);

    /// <summary>Maps with other keys.</summary>
    public static MapCodec<TKey, TValue> Map<TKey, TValue>(JsonCodec<TKey> key, JsonCodec<TValue> value)
        where TKey : notnull => new(key, value);

    /// <summary>Generated classes.</summary>
    public static ModelCodec<T> Model<T>()
        where T : class, IPodModel<T> => ModelCodec<T>.Instance;

    /// <summary>Value tuples; name the elements with the codec's <c>Positional</c> and <c>Named</c>, in the order of the tuple.</summary>
    public static RecordCodec<T> Record<T>()
        where T : struct => new([], []);

    /// <summary>Values of any type that the protocol knows. The registry is asked for when a value is read or written, not before.</summary>
    public static DynamicCodec Dynamic(Func<ModelRegistry> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new DynamicCodec(models);
    }

    /// <summary>Values of any type that the protocol knows or null, as element, argument or result.</summary>
    public static DynamicOrNullCodec DynamicOrNull(Func<ModelRegistry> models) => new(Dynamic(models));

    /// <summary>Types that write and read themselves.</summary>
    public static CustomCodec<T> Custom<T>()
        where T : notnull, IPodJsonValue<T> => CustomCodec<T>.Instance;

    /// <summary>A generated enum that is written by name. Unknown names give <paramref name="fallback"/>, or fail without one.</summary>
    public static EnumCodec<T> EnumByName<T>(string wireName, string[] names, T? fallback = null)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(names);
        return new EnumCodec<T>(wireName, names, names.Length, fallback);
    }

    /// <summary>A generated enum that is written by index. Unknown indexes give <paramref name="fallback"/>, or fail without one.</summary>
    public static EnumCodec<T> EnumByIndex<T>(string wireName, int count, T? fallback = null)
        where T : struct, Enum => new(wireName, null, count, fallback);

    /// <summary>Checks that the reader stands on the beginning of an object.</summary>
    public static void BeginObject(ref Utf8JsonReader reader, string model)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonErrors.Expected(ref reader, $"an object ({model})");
        }
    }

    /// <summary>Moves to the next property of an object: true on its name, false on the end of the object.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Skips the value of the property whose name the reader stands on.</summary>
    public static void Skip(ref Utf8JsonReader reader) => reader.Skip();

    /// <summary>The failure for a member that an object must have; the reader stands on the end of that object.</summary>
    public static PodJsonException Missing(ref Utf8JsonReader reader, string model, string member)
        => PodJsonException.AtMember(ref reader, member, $"The member '{member}' of '{model}' is missing or null.");

    /// <summary>The exception for an object whose <c>__className__</c> is none of the known kinds of an abstract model.</summary>
    public static PodJsonException UnknownSubtype(ref Utf8JsonReader reader, string model, string? found, string[] known)
        => PodJsonException.AtMember(
            ref reader,
            "__className__",
            $"{(found is null ? "A '__className__' is missing" : "This '__className__' is unknown")}: '{model}' is one of {string.Join(", ", known)}.");

    /// <summary>
    /// The <c>__className__</c> of the object that the reader stands on, null where it has none. The reader does not move.
    /// A parent's <c>ReadJson</c> finds out with this which of its descendants to read.
    /// </summary>
    public static string? PeekClassName(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (NextProperty(ref ahead))
        {
            if (ahead.ValueTextEquals("__className__"u8))
            {
                ahead.Read();
                return ahead.TokenType == JsonTokenType.Null ? null : JsonText.Read(ref ahead, "__className__");
            }

            ahead.Skip();
        }

        return null;
    }

    /// <summary>Decodes a whole document.</summary>
    /// <exception cref="PodJsonException">The text is malformed or no such value; <see cref="PodJsonException.Path"/> says where.</exception>
    public static T Decode<T>(JsonCodec<T> codec, ReadOnlySpan<byte> json, JsonAudience audience) => Decode(codec, json, "$", audience);

    /// <summary>Decodes a whole document that is itself a part of a larger one, at the path <paramref name="root"/>.</summary>
    /// <exception cref="PodJsonException">The text is malformed or no such value; <see cref="PodJsonException.Path"/> says where.</exception>
    public static T Decode<T>(JsonCodec<T> codec, ReadOnlySpan<byte> json, string root, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var reader = new Utf8JsonReader(json, ReaderOptions);
        try
        {
            reader.Read();
            var value = codec.Read(ref reader, audience);
            reader.Read();
            return value;
        }
        catch (PodJsonException e)
        {
            e.Locate(json, root);
            throw;
        }
        catch (JsonException)
        {
            throw PodJsonException.Malformed(json, root);
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            // What the JSON reader says to an unpaired surrogate when a property name is compared.
            var malformed = PodJsonException.At(ref reader, "The text is not valid Unicode.");
            malformed.Locate(json, root);
            throw malformed;
        }
    }

    /// <summary>Decodes a whole document.</summary>
    /// <exception cref="PodJsonException">The text is malformed or no such value; <see cref="PodJsonException.Path"/> says where.</exception>
    public static T Decode<T>(JsonCodec<T> codec, string json, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(json);
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Decode(codec, rented.AsSpan(0, Encoding.UTF8.GetBytes(json, rented)), audience);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Encodes a value as a document of its own.</summary>
    public static byte[] Encode<T>(JsonCodec<T> codec, T value, JsonAudience audience)
    {
        using var buffer = Fill(codec, value, audience);
        return buffer.WrittenMemory.ToArray();
    }

    /// <summary>Encodes a value as a text.</summary>
    public static string ToText<T>(JsonCodec<T> codec, T value, JsonAudience audience)
    {
        using var buffer = Fill(codec, value, audience);
        return Encoding.UTF8.GetString(buffer.WrittenMemory.Span);
    }

    /// <summary>Writes a value as a document of its own into a buffer.</summary>
    public static void Write<T>(IBufferWriter<byte> target, JsonCodec<T> codec, T value, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var buffer = Fill(codec, value, audience);
        target.Write(buffer.WrittenMemory.Span);
    }

    /// <summary>Writes a model as an object with <c>__className__</c> first.</summary>
    public static void WriteModel(Utf8JsonWriter writer, IPodModel value, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString(ClassNameMember, value.WireName);
        value.WriteMembers(writer, audience);
        writer.WriteEndObject();
    }

    internal static void WriteModel(Utf8JsonWriter writer, JsonEncodedText className, IPodModel value, JsonAudience audience)
    {
        writer.WriteStartObject();
        writer.WriteString(ClassNameMember, className);
        value.WriteMembers(writer, audience);
        writer.WriteEndObject();
    }

    /// <summary>Writes a value with the name of its type, as it travels to clients: <c>{"className":…,"data":…}</c>.</summary>
    public static void WriteTagged<T>(Utf8JsonWriter writer, JsonCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(codec);
        writer.WriteStartObject();
        writer.WriteString("className"u8, codec.WireNameOf(value));
        writer.WritePropertyName("data"u8);
        codec.Write(writer, value, JsonAudience.Visible);
        writer.WriteEndObject();
    }

    /// <summary>Writes a model with the name of its type: <c>{"className":…,"data":{…}}</c>.</summary>
    public static void WriteTagged(Utf8JsonWriter writer, IPodModel value, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("className"u8, value.WireName);
        writer.WritePropertyName("data"u8);
        WriteModel(writer, value, audience);
        writer.WriteEndObject();
    }

    /// <summary>Reads <c>{"className":…,"data":…}</c> where a type is declared; descendants of it come back as themselves.</summary>
    public static T ReadTagged<T>(ref Utf8JsonReader reader, JsonCodec<T> codec, ModelRegistry models, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(models);
        var (className, data) = TaggedValue.Open(ref reader);
        if (models.ContainsModel(className) && className != codec.WireName)
        {
            // The data of old senders has no __className__ of its own. What is no T is left to the codec, which knows what to say.
            var ahead = data;
            if (models.TryRead(className, ref ahead, audience, out var model) && model is T value)
            {
                return value;
            }
        }

        return codec.Read(ref data, audience);
    }

    private static PodJsonBuffer Fill<T>(JsonCodec<T> codec, T value, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var buffer = PodJsonBuffer.Rent();
        try
        {
            codec.Write(buffer.Writer, value, audience);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
