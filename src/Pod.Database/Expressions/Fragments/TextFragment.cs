using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>SQL text that the code contains.</summary>
internal sealed class TextFragment(string text) : ISqlFragment
{
    public bool IsNullable => false;

    public void Write(SqlWriter writer) => writer.Write(text);
}
