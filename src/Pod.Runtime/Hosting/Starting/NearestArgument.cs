namespace Pod.Runtime.Hosting.Starting;

/// <summary>Finds the argument that somebody probably meant.</summary>
internal static class NearestArgument
{
    /// <summary>Gives the known name with the fewest changed letters, or null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var (nearest, distance) = known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate))).MinBy(static pair => pair.Distance);
        return distance <= Math.Max(2, name.Length / 3) ? nearest : null;
    }

    // Levenshtein's distance, one row of the table at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
