using Pod.Database.SqlWriting;

namespace Pod.Database.Relations;

/// <summary><c>EXISTS (SELECT 1 FROM "person" AS t1 WHERE t1."employerId" = t0."id")</c>, which an index on the foreign key serves.</summary>
internal sealed class RelatedRowsFilter(RelatedRows rows, bool exists) : Filter
{
    internal override bool IsNullable => false;

    internal override void Write(SqlWriter writer)
    {
        writer.Write(exists ? "EXISTS (" : "(NOT EXISTS (");
        rows.Write(writer, "1");
        writer.Write(exists ? ")" : "))");
    }
}
