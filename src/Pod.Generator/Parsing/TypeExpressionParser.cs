using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Parsing;

/// <summary>Reads type text: <c>string?</c>, <c>List&lt;int&gt;</c>, <c>Map&lt;string, module:billing:Invoice&gt;?</c>, <c>byte[]</c>.</summary>
internal static class TypeExpressionParser
{
    private const int MaxDepth = 32;

    /// <summary>Reads one type.</summary>
    /// <returns>The type, or null after a diagnostic.</returns>
    public static TypeSyntax? Parse(TextSlice text, DiagnosticBag diagnostics) => Parse(text.Trim(), diagnostics, depth: 0);

    private static TypeSyntax? Parse(TextSlice text, DiagnosticBag diagnostics, int depth)
    {
        if (text.IsEmpty)
        {
            diagnostics.Add(FieldDiagnostics.TypeMissing(text.Span));
            return null;
        }

        if (depth > MaxDepth)
        {
            diagnostics.Add(FieldDiagnostics.MalformedType(text.Span, text.Text, $"types nest at most {MaxDepth} levels deep"));
            return null;
        }

        var isNullable = text[text.Length - 1] == '?';
        var body = (isNullable ? text.Slice(0, text.Length - 1) : text).Trim();
        var open = body.IndexOf('<');
        if (open < 0)
        {
            return IsPlainName(body.Text)
                ? new TypeSyntax(body.Text, body.Span, [], isNullable)
                : Malformed(body, diagnostics, "expected a name such as 'string', 'List<int>' or 'Map<string, Person?>'");
        }

        if (body[body.Length - 1] != '>')
        {
            return Malformed(body, diagnostics, "the '<' is never closed by '>'");
        }

        var name = body.Slice(0, open).Trim();
        var arguments = new List<TypeSyntax>();
        foreach (var argument in TextSplitter.Split(body.Slice(open + 1, body.Length - open - 2)))
        {
            if (Parse(argument, diagnostics, depth + 1) is not { } parsed)
            {
                return null;
            }

            arguments.Add(parsed);
        }

        return IsPlainName(name.Text)
            ? new TypeSyntax(name.Text, name.Span, arguments, isNullable)
            : Malformed(body, diagnostics, "expected a name before '<'");
    }

    private static TypeSyntax? Malformed(TextSlice text, DiagnosticBag diagnostics, string reason)
    {
        diagnostics.Add(FieldDiagnostics.MalformedType(text.Span, text.Text, reason));
        return null;
    }

    private static bool IsPlainName(string text)
    {
        var name = text.EndsWith("[]", StringComparison.Ordinal) ? text[..^2] : text;
        return name.Length > 0 && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or ':' or '.' or '/');
    }
}
