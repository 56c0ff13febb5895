using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>A value that is not null.</summary>
internal sealed class ParameterFragment(ParameterSource value) : ISqlFragment
{
    public bool IsNullable => false;

    public ParameterSource Value => value;

    public void Write(SqlWriter writer) => writer.WriteParameter(value);
}
