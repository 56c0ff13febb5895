using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pod.Protocol.Values;

/// <summary>pgvector's text form of sparse vectors: <c>{1:1.5,3:2}/4</c>, with indices from 1 and the dimension behind the slash.</summary>
internal static class SparseVectorText
{
    public static string Format(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, int dimension)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < indices.Length; i++)
        {
            text.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{indices[i]}:{values[i]}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"}}/{dimension}").ToString();
    }

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Dictionary<int, float>? values, out int dimension)
    {
        values = null;
        dimension = 0;
        text = text.Trim();
        var slash = text.LastIndexOf('/');
        if (slash < 0 || text[..slash].TrimEnd() is not ['{', .. var body, '}'] || !TryParseIndex(text[(slash + 1)..], int.MaxValue, out dimension))
        {
            return false;
        }

        var numbers = new Dictionary<int, float>();
        if (!body.IsWhiteSpace())
        {
            foreach (var part in body.Split(','))
            {
                var entry = body[part];
                var colon = entry.IndexOf(':');
                if (colon < 0
                    || !TryParseIndex(entry[..colon], dimension, out var index)
                    || !VectorText.TryParseNumber(entry[(colon + 1)..], out var number)
                    || !numbers.TryAdd(index, number))
                {
                    return false;
                }
            }
        }

        values = numbers;
        return true;
    }

    private static bool TryParseIndex(ReadOnlySpan<char> text, int most, out int index)
        => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out index)
            && index >= 1 && index <= most;
}
