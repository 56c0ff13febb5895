using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Pod.Generator.Endpoints;

/// <summary>Reads XML documentation of C# symbols, so that clients get it too.</summary>
internal static class DocumentationReader
{
    /// <summary>Gives the inner text of <c>&lt;summary&gt;</c>, one line per source line, or null.</summary>
    public static string? Summary(ISymbol symbol) => Text(Load(symbol)?.Element("summary"));

    /// <summary>Gives the text of a parameter's <c>&lt;param&gt;</c>, or null.</summary>
    public static string? Parameter(ISymbol method, string name) =>
        Text(Load(method)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name));

    private static XElement? Load(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml(expandIncludes: false);
        if (string.IsNullOrEmpty(xml))
        {
            return symbol is IMethodSymbol ? LoadInherited(symbol) : null;
        }

        try
        {
            var root = XElement.Parse(xml);
            return root.Element("inheritdoc") is not null ? LoadInherited(symbol) ?? root : root;
        }
        catch (XmlException)
        {
            // The compiler warns about malformed documentation; clients do without it.
            return null;
        }
    }

    private static XElement? LoadInherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => Load(overridden),
        IMethodSymbol method => method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) is { } declared
                ? Load(declared)
                : null,
        INamedTypeSymbol { BaseType: { } parent } => Load(parent),
        _ => null,
    };

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        // <see cref="T:Chat.Server.Channel"/> becomes the type's name: the reference itself may not exist on a client.
        foreach (var reference in element.Descendants().Where(static node => node.Name.LocalName is "see" or "paramref" or "seealso").ToList())
        {
            var target = reference.Attribute("cref")?.Value ?? reference.Attribute("name")?.Value ?? reference.Attribute("langword")?.Value ?? "";
            reference.ReplaceWith(target[(target.LastIndexOfAny(['.', ':']) + 1)..]);
        }

        var lines = element.Value.Split('\n').Select(static line => line.Trim()).SkipWhile(static line => line.Length == 0).ToList();
        var text = string.Join('\n', lines).TrimEnd();
        return text.Length == 0 ? null : text;
    }
}
