using Pod.Generator.Diagnostics;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>
/// Finds the fields in a condition such as <c>{deletedAt} is null and {tags} &lt;@ '{a}'</c>: <c>deletedAt</c> and <c>tags</c>.
/// What stands in quotes of SQL is left as it is.
/// </summary>
internal sealed class ConditionParser(IndexScope scope, DiagnosticBag diagnostics, Func<SourceSpan, string, Diagnostic> refuse)
{
    private readonly List<string> _parts = [];

    /// <summary>Parses a condition.</summary>
    /// <returns>The condition, or null after a diagnostic.</returns>
    public SqlCondition? Parse(YamlScalar scalar)
    {
        var text = TextSlice.Of(scalar).Trim();
        if (text.IsEmpty)
        {
            return Refuse(scalar.Span, "it is empty. Write a condition such as '{field} is null', or remove the key.");
        }

        var start = 0;
        for (var position = 0; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\'' or '"':
                    position = EndOfQuote(text, position);
                    break;
                case ';':
                    return Refuse(text.From(position).Span, "it contains ';'. Write one condition, without an end.");
                case '}':
                    return Refuse(text.From(position).Span, "nothing opens this '}'. Write '{field}'.");
                case '{' when text.From(position).IndexOf('}') is var length and > 0:
                    _parts.Add(text.Slice(start, position - start).Text);
                    if (!TakeField(text.Slice(position + 1, length - 1).Trim()))
                    {
                        return null;
                    }

                    position += length;
                    start = position + 1;
                    break;
                case '{':
                    return Refuse(text.From(position).Span, "nothing closes this '{'. Write '{field}'.");
            }
        }

        return new SqlCondition(_parts.Append(text.From(start).Text).ToValueList());
    }

    private bool TakeField(TextSlice name)
    {
        if (scope.Find(name.Text) is not null)
        {
            _parts.Add(name.Text);
            return true;
        }

        Refuse(name.Span, $"'{name.Text}' is no stored field of this class.{NearestName.Suggestion(name.Text, scope.FieldNames)}");
        return false;
    }

    private SqlCondition? Refuse(SourceSpan span, string reason)
    {
        diagnostics.Add(refuse(span, reason));
        return null;
    }

    // A doubled quote reads as the end of one text and the start of the next, which comes to the same.
    private static int EndOfQuote(TextSlice text, int start)
    {
        var length = text.From(start + 1).IndexOf(text[start]);
        return length < 0 ? text.Length : start + 1 + length;
    }
}
