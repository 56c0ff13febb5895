using Microsoft.CodeAnalysis.CSharp;

namespace Pod.Cli.Creation;

/// <summary>What an application may be called: its name becomes namespaces, folders, and the beginning of class names.</summary>
internal static class ApplicationName
{
    private const string OwnPrefix = "Pod";

    // Folders cannot be called like this on Windows.
    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    /// <summary>Refuses a name that would not compile, or that would be mistaken for one of Pod's packages.</summary>
    /// <exception cref="CliException">The name is refused; the message suggests another.</exception>
    public static void Require(string name)
    {
        var words = name.Split('.');
        if (!words.Index().All(static word => IsWord(word.Item, word.Index)))
        {
            throw new CliException($"'{name}' is no name of an application. Use letters, digits, '_' and '-', begin with a letter, and put a letter or digit behind each dot: for example '{Suggestion(name)}'.");
        }

        if (words[0].Equals(OwnPrefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException($"'{name}' is a name of Pod's own packages. Choose another, for example '{Suggestion("My" + string.Concat(words.Skip(1).DefaultIfEmpty("App")))}'.");
        }

        if (words.FirstOrDefault(IsReserved) is { } reserved)
        {
            throw new CliException($"'{reserved}' is a reserved word. Choose another name, for example '{string.Join('.', words.Select(static word => IsReserved(word) ? $"{word}App" : word))}'.");
        }
    }

    private static bool IsWord(string word, int index) => word.Length > 0
        && (index == 0 ? char.IsAsciiLetter(word[0]) : char.IsAsciiLetterOrDigit(word[0]))
        && word[^1] != '-'
        && word.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    private static bool IsReserved(string word) =>
        SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None || Devices.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string Suggestion(string name)
    {
        var letters = string.Concat(name.Where(static character => char.IsAsciiLetterOrDigit(character) || character == '_').SkipWhile(static character => !char.IsAsciiLetter(character)));
        return letters.Length == 0 ? "MyApp" : letters;
    }
}
