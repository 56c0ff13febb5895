namespace Pod.Generator.Diagnostics;

/// <summary>Finds what a misspelt word probably meant.</summary>
internal static class NearestName
{
    /// <summary>Gives " Did you mean 'x'?" for the nearest of the known words, or an empty text when none is near.</summary>
    public static string Suggestion(string word, IEnumerable<string> known)
    {
        var nearest = Find(word, known);
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    public static string? Find(string word, IEnumerable<string> known)
    {
        // A third of the letters may differ: 'tabel' finds 'table', 'x' finds nothing.
        var limit = Math.Max(1, Math.Min(word.Length, 40) / 3);
        return known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate, limit)))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    // Levenshtein distance, ignoring letter case; words whose lengths differ by more than the limit are not compared.
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]);
                current[column] = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1,
                    previous[column - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
