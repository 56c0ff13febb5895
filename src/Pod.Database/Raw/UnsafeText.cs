using System.Globalization;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Migrations;
using Pod.Database.SqlWriting;

namespace Pod.Database.Raw;

/// <summary>Finds the parameters in SQL text: <c>@name</c> and <c>$1</c> outside of quotes and comments.</summary>
internal static class UnsafeText
{
    private const string Operators = "+-*/<>=~!@#%^&|`?";

    public static SqlText Named(string text, (string Name, object? Value)[] values)
    {
        var sources = new Dictionary<string, ISqlFragment>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(values));
            if (!sources.TryAdd('@' + name.TrimStart('@'), new ParameterFragment(RawValue.Parameter(value))))
            {
                throw new ArgumentException($"Parameter '@{name.TrimStart('@')}' has two values.", nameof(values));
            }
        }

        return values.Length == 0 ? new SqlText([new TextFragment(text)]) : Fill(text, '@', sources);
    }

    public static SqlText Numbered(string text, object?[] values)
    {
        var sources = new Dictionary<string, ISqlFragment>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            sources.Add(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), new ParameterFragment(RawValue.Parameter(values[i])));
        }

        return Fill(text, '$', sources);
    }

    private static SqlText Fill(string text, char mark, Dictionary<string, ISqlFragment> values)
    {
        var parts = new List<ISqlFragment>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var copied = 0;
        var scanner = new SqlScanner(text, text.Length);
        while (scanner.Position < text.Length)
        {
            var start = scanner.Position;
            scanner.Next();
            if (!Begins(text, start, mark))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsPart(text[end], mark))
            {
                end++;
            }

            var name = text[start..end];
            if (!values.TryGetValue(name, out var value))
            {
                throw new ArgumentException($"The SQL has a parameter '{name}', but no value was given for it.");
            }

            used.Add(name);
            parts.Add(new TextFragment(text[copied..start]));
            parts.Add(value);
            copied = end;
            scanner.Position = end;
        }

        if (values.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unused)
        {
            throw new ArgumentException($"A value was given for '{unused}', but the SQL has no such parameter.");
        }

        parts.Add(new TextFragment(text[copied..]));
        return new SqlText(parts);
    }

    // '@' is also part of operators: a @> b, a <@ b, a @@ b.
    private static bool Begins(string text, int position, char mark)
        => text[position] == mark
            && position + 1 < text.Length
            && (mark == '$' ? char.IsAsciiDigit(text[position + 1]) : char.IsLetter(text[position + 1]) || text[position + 1] == '_')
            && (mark == '$' || position == 0 || !Operators.Contains(text[position - 1], StringComparison.Ordinal));

    private static bool IsPart(char character, char mark)
        => mark == '$' ? char.IsAsciiDigit(character) : char.IsLetterOrDigit(character) || character == '_';
}
