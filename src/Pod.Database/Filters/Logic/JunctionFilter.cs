using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

/// <summary>Filters joined by AND or OR.</summary>
internal sealed class JunctionFilter(Filter[] parts, string word) : Filter
{
    public static Filter Of(IEnumerable<Filter> filters, string word, Filter empty)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var parts = filters.ToArray();
        return parts.Length switch { 0 => empty, 1 => parts[0], _ => new JunctionFilter(parts, word) };
    }

    internal override void Write(SqlWriter writer)
    {
        writer.Write("(");
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(" ").Write(word).Write(" ");
            }

            writer.Write(parts[i]);
        }

        writer.Write(")");
    }
}
