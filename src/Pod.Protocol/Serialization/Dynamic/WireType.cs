using System.Diagnostics.CodeAnalysis;

namespace Pod.Protocol.Serialization;

/// <summary>A type as <c>className</c> texts spell it: <c>Map&lt;String,List&lt;Foo?>></c>. Spaces do not count.</summary>
internal sealed class WireType(string name, WireType[] arguments, bool isNullable)
{
    // The text comes from the sender; a value cannot be nested deeper than this anyway.
    private const int DeepestNesting = PodJson.MaxDepth;

    public string Name { get; } = name;

    public WireType[] Arguments { get; } = arguments;

    public bool IsNullable { get; } = isNullable;

    public static bool TryParse(string text, [NotNullWhen(true)] out WireType? type)
    {
        ReadOnlySpan<char> rest = text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", "", StringComparison.Ordinal) : text;
        type = Parse(ref rest, 0);
        return type is not null && rest.IsEmpty;
    }

    private static WireType? Parse(ref ReadOnlySpan<char> rest, int depth)
    {
        var end = rest.IndexOfAny("<>,?");
        var name = end < 0 ? rest : rest[..end];
        if (name.IsEmpty || depth > DeepestNesting)
        {
            return null;
        }

        rest = rest[name.Length..];
        var arguments = new List<WireType>();
        if (rest is ['<', ..])
        {
            do
            {
                rest = rest[1..];
                if (Parse(ref rest, depth + 1) is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
            }
            while (rest is [',', ..]);

            if (rest is not ['>', ..])
            {
                return null;
            }

            rest = rest[1..];
        }

        var isNullable = rest is ['?', ..];
        rest = isNullable ? rest[1..] : rest;
        return new WireType(name.ToString(), [.. arguments], isNullable);
    }
}
