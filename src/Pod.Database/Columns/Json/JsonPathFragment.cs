using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Columns.Json;

/// <summary>What stands at a path: <c>(t0."address" #> $1)</c>; null if nothing does.</summary>
internal sealed class JsonPathFragment(ISqlFragment json, ParameterSource path) : ISqlFragment
{
    public bool IsNullable => true;

    public void Write(SqlWriter writer) => writer.Write("(").Write(json).Write(" #> ").WriteParameter(path).Write(")");
}
