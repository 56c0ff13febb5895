using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pod.Repository.Tests.Support;

/// <summary>Reads the C# files of this repository as syntax, so that comments and texts do not count as code.</summary>
public static class CSharpSource
{
    public static SyntaxNode Parse(string path) =>
        CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path), new CSharpParseOptions(LanguageVersion.Preview), path).GetRoot();

    /// <summary>Gives the texts in quotes, interpolated ones in their parts.</summary>
    public static IEnumerable<string> Texts(SyntaxNode root) => root.DescendantTokens()
        .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
        .Select(static token => token.ValueText);
}
