using Pod.Database.SqlWriting;

namespace Pod.Database.Relations;

/// <summary><c>(SELECT count(*) FROM "person" AS t1 WHERE t1."employerId" = t0."id")</c></summary>
internal sealed class RelatedRowsCount(RelatedRows rows) : ISqlFragment
{
    public bool IsNullable => false;

    public void Write(SqlWriter writer)
    {
        writer.Write("(");
        rows.Write(writer, "count(*)");
        writer.Write(")");
    }
}
