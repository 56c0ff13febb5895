using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pod.Database.Keysets;

/// <summary>
/// The text of a position: base64url of a hash and of the keys as a JSON array such as <c>["3",null,"17"]</c>. The hash covers the order as well, so
/// it tells damaged texts and those of other orders. It is no signature: whoever makes up keys sees the same rows as with an offset.
/// </summary>
internal static class Cursor
{
    private const int HashLength = 8;

    public static string Write(string?[] values, Keyset keys)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        return Base64Url.EncodeToString([.. Hash(json.WrittenSpan, keys), .. json.WrittenSpan]);
    }

    public static string?[] Read(string after, Keyset keys)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(after);
            if (bytes.Length > HashLength && bytes.AsSpan(0, HashLength).SequenceEqual(Hash(bytes.AsSpan(HashLength), keys)))
            {
                using var json = JsonDocument.Parse(bytes.AsMemory(HashLength));
                string?[] values = [.. json.RootElement.EnumerateArray().Select(static value => value.GetString())];
                if (values.Length == keys.Count)
                {
                    return values;
                }
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            // Told below: what is wrong with a text that nobody is meant to read helps nobody.
        }

        throw new ArgumentException(
            "The cursor is damaged, or it comes from another order or another table. Begin again without it.", nameof(after));
    }

    private static ReadOnlySpan<byte> Hash(ReadOnlySpan<byte> json, Keyset keys)
        => SHA256.HashData([.. Encoding.UTF8.GetBytes(keys.Signature), 0, .. json]).AsSpan(0, HashLength);
}
