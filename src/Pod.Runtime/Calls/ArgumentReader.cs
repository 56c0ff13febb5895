using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Pod.Protocol;

namespace Pod.Runtime.Calls;

/// <summary>Finds the arguments of a method in one pass over the body, without decoding any of them.</summary>
internal static class ArgumentReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = PodJson.MaxDepth };

    public static ArgumentRange[] Locate(ReadOnlySpan<byte> body, EndpointMethod method)
    {
        var ranges = method.ParametersUtf8.Length == 0 ? [] : new ArgumentRange[method.ParametersUtf8.Length];
        if (body.IsEmpty)
        {
            return ranges;
        }

        if (!Utf8.IsValid(body))
        {
            throw Refuse("The body is not valid UTF-8.");
        }

        var reader = new Utf8JsonReader(body, Options);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, method, ranges);
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                throw Refuse("The body must be a JSON object that holds the arguments by name.");
            }

            reader.Read();
            return ranges;
        }
        catch (JsonException)
        {
            throw Malformed(body);
        }
        catch (InvalidOperationException)
        {
            throw Refuse("The body is not valid Unicode.");
        }
    }

    /// <summary>The text member of a body, for the form of a call that names its method there.</summary>
    public static string? FindText(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            if (body.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (PodJson.NextProperty(ref reader))
            {
                var isWanted = reader.ValueTextEquals(name);
                reader.Read();
                if (isWanted && reader.TokenType == JsonTokenType.String)
                {
                    return reader.GetString();
                }

                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Malformed(body);
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, EndpointMethod method, ArgumentRange[] ranges)
    {
        while (PodJson.NextProperty(ref reader))
        {
            var index = IndexOf(ref reader, method.ParametersUtf8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (index < 0)
            {
                continue;
            }

            if (ranges[index].IsPresent)
            {
                throw Refuse($"The argument '{method.Parameters[index]}' is given twice.");
            }

            ranges[index] = new ArgumentRange(start, (int)reader.BytesConsumed - start);
        }
    }

    private static int IndexOf(ref Utf8JsonReader reader, byte[][] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // The decoder of whole documents knows how to describe a malformed one; any codec that skips everything will do.
    private static CallRefusedException Malformed(ReadOnlySpan<byte> body)
    {
        try
        {
            PodJson.Decode(SkippingCodec.Instance, body, JsonAudience.Visible);
            return Refuse("The body is not valid JSON.");
        }
        catch (PodJsonException e)
        {
            return Refuse($"The body cannot be read. {e.Message}");
        }
    }

    private static CallRefusedException Refuse(string text) => new(StatusCodes.Status400BadRequest, text);
}
