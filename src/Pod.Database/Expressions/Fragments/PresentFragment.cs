using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>An expression of which the program says that it is never null.</summary>
internal sealed class PresentFragment(ISqlFragment inner) : ISqlFragment
{
    public bool IsNullable => false;

    public void Write(SqlWriter writer) => writer.Write(inner).Write((inner as SqlExpression)?.Column?.SelectCast ?? "");
}
