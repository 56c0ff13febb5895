using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>Two operands with an operator between them: <c>(t0."price" * $1)</c>.</summary>
internal sealed class InfixFragment(ISqlFragment left, string operation, ISqlFragment right) : ISqlFragment
{
    public bool IsNullable => left.IsNullable || right.IsNullable;

    public void Write(SqlWriter writer) => writer.Write("(").Write(left).Write(" ").Write(operation).Write(" ").Write(right).Write(")");
}
