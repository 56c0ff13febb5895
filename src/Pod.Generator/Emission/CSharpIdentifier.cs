using Microsoft.CodeAnalysis.CSharp;

namespace Pod.Generator.Emission;

/// <summary>Names in generated C#.</summary>
internal static class CSharpIdentifier
{
    // Parameters and locals of generated members.
    private static readonly string[] Taken = ["reader", "writer", "audience", "original", "copy", "row", "cancellationToken"];

    /// <summary>Escapes a name that is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Gives the local variable that holds a member's value.</summary>
    public static string Local(string member)
    {
        var name = Naming.Camel(member);
        return Taken.Contains(name) ? name + "Value" : Escape(name);
    }

    /// <summary>Gives a C# string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
