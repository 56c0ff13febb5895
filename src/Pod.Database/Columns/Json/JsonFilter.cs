using Pod.Database.SqlWriting;

namespace Pod.Database.Columns.Json;

/// <summary>An operator of <c>jsonb</c>: <c>(t0."tags" @> $1)</c>.</summary>
internal sealed class JsonFilter(ISqlFragment json, string operation, ISqlFragment right) : Filter
{
    internal override bool IsNullable => json.IsNullable;

    internal override void Write(SqlWriter writer) => writer.Write("(").Write(json).Write(" ").Write(operation).Write(" ").Write(right).Write(")");
}
