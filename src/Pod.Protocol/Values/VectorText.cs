using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pod.Protocol.Values;

/// <summary>pgvector's text form of dense vectors: <c>[1,2.5,-3e-07]</c>.</summary>
internal static class VectorText
{
    public static string Format(ReadOnlySpan<float> values)
    {
        var text = new StringBuilder("[", 2 + (values.Length * 10));
        foreach (var value in values)
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{value}");
        }

        return text.Append(']').ToString();
    }

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out float[]? values)
    {
        values = null;
        text = text.Trim();
        if (text is not ['[', .. var body, ']'])
        {
            return false;
        }

        var numbers = new float[body.Count(',') + 1];
        var next = 0;
        foreach (var part in body.Split(','))
        {
            if (!TryParseNumber(body[part], out numbers[next++]))
            {
                return false;
            }
        }

        values = numbers;
        return true;
    }

    public static bool TryParseNumber(ReadOnlySpan<char> text, out float number)
        => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
