using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>The texts of failures that several codecs share. They name types, never values.</summary>
internal static class JsonErrors
{
    public static PodJsonException Expected(ref Utf8JsonReader reader, string wanted)
        => PodJsonException.At(ref reader, $"Expected {wanted}, found {Describe(reader.TokenType)}.");

    public static PodJsonException OutOfRange(ref Utf8JsonReader reader, string type)
        => PodJsonException.At(ref reader, $"The number is out of range for {type}.");

    public static PodJsonException Malformed(ref Utf8JsonReader reader, string type)
        => PodJsonException.At(ref reader, $"The text is not a valid {type}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
