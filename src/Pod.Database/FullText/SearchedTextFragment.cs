using Pod.Database.SqlWriting;

namespace Pod.Database.FullText;

/// <summary>What the index holds. PostgreSQL uses the index only for the very expression that it was made with.</summary>
internal sealed class SearchedTextFragment(string language, string weights, TextExpression[] columns) : ISqlFragment
{
    public bool IsNullable => false;

    public void Write(SqlWriter writer)
    {
        writer.Write("(");
        for (var i = 0; i < columns.Length; i++)
        {
            writer.Write(i == 0 ? "" : " || ").Write(weights.Length == 0 ? "" : "setweight(")
                .Write("to_tsvector(").Write(language).Write(", coalesce(").Write(columns[i]).Write(", ''))");
            if (weights.Length > 0)
            {
                writer.Write(", '").Write(weights.AsSpan(i, 1)).Write("')");
            }
        }

        writer.Write(")");
    }
}
