using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Reads texts and property names, turning bad UTF-8 and unpaired surrogates into a <see cref="PodJsonException"/>.</summary>
internal static class JsonText
{
    public static string Read(ref Utf8JsonReader reader, string type)
        => reader.TokenType == JsonTokenType.String ? Unescape(ref reader) : throw JsonErrors.Expected(ref reader, $"a string ({type})");

    public static string Unescape(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw PodJsonException.At(ref reader, "The text is not valid Unicode.");
        }
    }
}
