using System.Diagnostics.CodeAnalysis;

namespace Pod.Database;

/// <summary>Patterns of <c>LIKE</c>.</summary>
[SuppressMessage("Naming", "CA1716", Justification = "It is SQL's word, and nobody derives from it.")]
public static class Like
{
    /// <summary>Makes text literal inside a pattern: <c>Like.Escape(input) + "%"</c>.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny('\\', '%', '_') < 0
            ? text
            : text.Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
    }
}
