using System.Globalization;
using System.Text.RegularExpressions;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Reads <c>1d 2h 30min 5s 10ms</c>: any non-empty subset of the parts, in that order.</summary>
internal static partial class DurationLiteral
{
    public static TimeSpan? Parse(string text)
    {
        var match = Parts().Match(text);
        if (!match.Success || text.Length == 0)
        {
            return null;
        }

        try
        {
            return TimeSpan.FromDays(Part(match, "d")) + TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "min"))
                + TimeSpan.FromSeconds(Part(match, "s")) + TimeSpan.FromMilliseconds(Part(match, "ms"));
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : match.Groups[name].Success ? throw new OverflowException() : 0;

    [GeneratedRegex(@"^(?:(?<d>\d+)d)?(?:\s*(?<h>\d+)h)?(?:\s*(?<min>\d+)min)?(?:\s*(?<s>\d+)s)?(?:\s*(?<ms>\d+)ms)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
