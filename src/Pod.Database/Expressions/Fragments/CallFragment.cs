using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>A function of PostgreSQL: <c>lower(t0."name")</c>. It is null when an argument is.</summary>
internal sealed class CallFragment(string function, params ISqlFragment[] arguments) : ISqlFragment
{
    public bool IsNullable => arguments.Any(static argument => argument.IsNullable);

    public void Write(SqlWriter writer)
    {
        writer.Write(function).Write("(");
        for (var i = 0; i < arguments.Length; i++)
        {
            writer.Write(i == 0 ? "" : ", ").Write(arguments[i]);
        }

        writer.Write(")");
    }
}
