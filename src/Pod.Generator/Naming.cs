using System.Text;

namespace Pod.Generator;

/// <summary>The names of one thing in the cases that its places use.</summary>
public static class Naming
{
    /// <summary><c>in_progress</c>, <c>inProgress</c> → <c>InProgress</c>.</summary>
    public static string Pascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (character == '_')
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return result.Length == 0 ? name : char.IsDigit(result[0]) ? "_" + result : result.ToString();
    }

    /// <summary><c>ChatUser</c>, <c>chat_user</c> → <c>chatUser</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary><c>ChatUser</c> → <c>chat_user</c>.</summary>
    public static string Snake(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && result.Length > 0 && result[^1] != '_')
            {
                result.Append('_');
            }

            result.Append(char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_');
        }

        return result.ToString().TrimStart('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }

    /// <summary><c>my-shop.2nd.Client</c> → <c>my_shop._2nd.Client</c>: the namespace that <c>dotnet new</c> makes of a project's name.</summary>
    public static string Namespace(string project) => string.Join('.', project.Split('.').Select(static word =>
    {
        var safe = string.Concat(word.Select(static character => char.IsLetterOrDigit(character) ? character : '_'));
        return safe.Length > 0 && char.IsDigit(safe[0]) ? "_" + safe : safe;
    }));

    /// <summary>Tells whether a text is an identifier of ASCII letters, digits and underscores that starts with a letter.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>Tells whether a text is a lower snake case name, as tables and indexes have.</summary>
    public static bool IsLowerSnake(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0])
        && name.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
