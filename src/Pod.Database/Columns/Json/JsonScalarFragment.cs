using Pod.Database.SqlWriting;

namespace Pod.Database.Columns.Json;

/// <summary>
/// A JSON value as a value of SQL, or null if it is none that fits. The condition (in the JSON path language, about <c>@</c>) has to refuse everything
/// that the cast would fail for: a row of another shape must not end the query.
/// </summary>
internal sealed class JsonScalarFragment(ISqlFragment json, string condition, string cast) : ISqlFragment
{
    public bool IsNullable => true;

    // In the lax mode a path looks into arrays.
    public void Write(SqlWriter writer)
        => writer.Write("(jsonb_path_query_first(").Write(json).Write(", 'strict $ ? (").Write(condition).Write(")') #>> '{}')").Write(cast);
}
