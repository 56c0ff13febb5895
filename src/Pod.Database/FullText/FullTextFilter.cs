using Pod.Database.SqlWriting;

namespace Pod.Database.FullText;

/// <summary>Text that answers a question.</summary>
internal sealed class FullTextFilter(SearchedTextFragment text, QuestionFragment question) : Filter
{
    internal override bool IsNullable => false;

    internal override void Write(SqlWriter writer) => writer.Write("(").Write(text).Write(" @@ ").Write(question).Write(")");
}
