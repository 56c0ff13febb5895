using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Bytes as <c>decode('&lt;base64&gt;', 'base64')</c>, the form of Serverpod's wire; plain base64 is read too.</summary>
public sealed class BytesCodec : JsonCodec<byte[]>
{
    internal BytesCodec()
    {
    }

    private static ReadOnlySpan<byte> Prefix => "decode('"u8;

    private static ReadOnlySpan<byte> Suffix => "', 'base64')"u8;

    /// <inheritdoc/>
    public override string WireName => "ByteData";

    /// <inheritdoc/>
    public override byte[] Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonErrors.Expected(ref reader, "a string (base64)");
        }

        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(ref reader)) : reader.ValueSpan;
        if (text.StartsWith(Prefix) && text.EndsWith(Suffix) && text.Length >= Prefix.Length + Suffix.Length)
        {
            text = text[Prefix.Length..^Suffix.Length];
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out var consumed, out var length) != OperationStatus.Done || consumed != text.Length)
        {
            throw JsonErrors.Malformed(ref reader, "base64 text");
        }

        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, byte[] value, JsonAudience audience)
    {
        var size = Prefix.Length + Base64.GetMaxEncodedToUtf8Length(value.Length) + Suffix.Length;
        var rented = ArrayPool<byte>.Shared.Rent(size);
        Prefix.CopyTo(rented);
        Base64.EncodeToUtf8(value, rented.AsSpan(Prefix.Length), out _, out var length);
        Suffix.CopyTo(rented.AsSpan(Prefix.Length + length));
        writer.WriteStringValue(rented.AsSpan(0, Prefix.Length + length + Suffix.Length));
        ArrayPool<byte>.Shared.Return(rented);
    }
}
