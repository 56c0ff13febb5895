using Pod.Database.Columns.Storage;
using Pod.Database.Sql;

namespace Pod.Database.Columns.Vectors;

/// <summary>One of pgvector's operators: <c>(t0."embedding" &lt;=> $1::vector)</c>.</summary>
internal sealed class DistanceFragment(ISqlFragment left, string operation, ParameterSource right) : ISqlFragment
{
    public bool IsNullable => left.IsNullable;

    public void Write(SqlWriter writer)
        => writer.Write("(").Write(left).Write(" ").Write(operation).Write(" ").WriteParameter(right).Write(")");
}
