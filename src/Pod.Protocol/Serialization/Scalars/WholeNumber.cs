using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Reads whole numbers however they are spelled (<c>3</c>, <c>3.0</c>, <c>3e0</c>) and checks their range.</summary>
internal static class WholeNumber
{
    public static long Read(ref Utf8JsonReader reader, long least, long greatest, string type)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonErrors.Expected(ref reader, $"a whole number ({type})");
        }

        if (!reader.TryGetInt64(out var value))
        {
            value = ReadUnusual(ref reader, type);
        }

        return value >= least && value <= greatest ? value : throw JsonErrors.OutOfRange(ref reader, type);
    }

    private static long ReadUnusual(ref Utf8JsonReader reader, string type)
    {
        if (!reader.TryGetDecimal(out var exact))
        {
            throw JsonErrors.OutOfRange(ref reader, type);
        }

        if (decimal.Truncate(exact) != exact)
        {
            throw PodJsonException.At(ref reader, $"Expected a whole number ({type}), found a fraction.");
        }

        return exact is >= long.MinValue and <= long.MaxValue ? (long)exact : throw JsonErrors.OutOfRange(ref reader, type);
    }
}
