using System.Security;

namespace Pod.Generator.Emission;

/// <summary>Turns documentation text into XML documentation lines.</summary>
internal static class XmlDocumentation
{
    /// <summary>Gives a <c>&lt;summary&gt;</c>; an empty line of the text starts a paragraph.</summary>
    public static IEnumerable<string> Summary(string? documentation, string fallback)
    {
        var lines = (documentation ?? fallback).Split('\n');
        if (lines is [var only])
        {
            return [$"/// <summary>{Escape(only)}</summary>"];
        }

        var body = lines.Select(static line => line.Length == 0 ? "/// </para><para>" : "/// " + Escape(line)).ToList();
        if (lines.Contains(""))
        {
            body.Insert(0, "/// <para>");
            body.Add("/// </para>");
        }

        return ["/// <summary>", .. body, "/// </summary>"];
    }

    public static string Parameter(string name, string text) => $"/// <param name=\"{name}\">{Escape(text.ReplaceLineEndings(" "))}</param>";

    public static string Escape(string text) => SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
}
