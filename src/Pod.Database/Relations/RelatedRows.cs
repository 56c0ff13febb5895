using Pod.Database.SqlWriting;

namespace Pod.Database.Relations;

/// <summary>The rows of another table whose foreign key points to a row of this one, as a subquery.</summary>
internal sealed class RelatedRows(Column key, Table table, Column foreignKey, Filter? where, bool isFailing)
{
    public void Write(SqlWriter writer, string select)
    {
        var start = writer.BeginSubquery(table);
        writer.Write(" WHERE ").Write(foreignKey).Write(" = ").Write(key);
        if (where is not null)
        {
            writer.Write(isFailing ? " AND (" : " AND ").Write((ISqlFragment)where).Write(isFailing ? ") IS NOT TRUE" : "");
        }

        writer.EndSubquery(start, select);
    }
}
