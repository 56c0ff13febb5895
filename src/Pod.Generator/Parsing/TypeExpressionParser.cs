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
        if (body is { IsEmpty: false } && body[0] == '(')
        {
            return ParseRecord(body, isNullable, diagnostics, depth);
        }

        var open = body.IndexOf('<');
        if (open < 0 && body.IndexOf('(') is > 0 and var size && body[body.Length - 1] == ')')
        {
            var sized = body.Slice(0, size).Trim();
            return IsPlainName(sized.Text)
                ? new TypeSyntax(sized.Text, sized.Span, [], isNullable, body.Slice(size + 1, body.Length - size - 2).Trim())
                : Malformed(body, diagnostics, "expected a name before '('");
        }

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

    // (int, string), ({int a, string? b}), (int, {string note})
    private static TypeSyntax? ParseRecord(TextSlice body, bool isNullable, DiagnosticBag diagnostics, int depth)
    {
        if (body[body.Length - 1] != ')')
        {
            return Malformed(body, diagnostics, "the '(' is never closed by ')'");
        }

        var types = new List<TypeSyntax>();
        var names = new List<string>();
        foreach (var part in TextSplitter.Split(body.Slice(1, body.Length - 2)).Where(static part => !part.IsEmpty))
        {
            var isGroup = part[0] == '{' && part[part.Length - 1] == '}';
            foreach (var element in isGroup ? TextSplitter.Split(part.Slice(1, part.Length - 2)) : [part])
            {
                var (type, name) = SplitName(element);
                if (Parse(type, diagnostics, depth + 1) is not { } parsed)
                {
                    return null;
                }

                types.Add(parsed);
                names.Add(isGroup ? name : "");
            }
        }

        return types.Count > 0
            ? new TypeSyntax("record", body.Span, types, isNullable, null, names)
            : Malformed(body, diagnostics, "a record has elements such as '(int, string)' or '({int a, string? b})'");
    }

    // "string? note": the name is the last word outside brackets.
    private static (TextSlice Type, string Name) SplitName(TextSlice element)
    {
        var text = element.Text;
        var space = text.LastIndexOf(' ');
        return space > 0 && text[(space + 1)..].All(static character => char.IsLetterOrDigit(character) || character == '_')
            ? (element.Slice(0, space).Trim(), text[(space + 1)..])
            : (element, "");
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
