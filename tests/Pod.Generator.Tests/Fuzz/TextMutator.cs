using System.Text;
using Pod.Generator.Analysis;
using Pod.Generator.Parsing;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>Spoils texts, always in the same way for the same random numbers.</summary>
internal sealed class TextMutator(Random random)
{
    private static readonly string[] Words =
    [
        .. Keywords.DocumentKinds, .. Keywords.ClassKeys, .. Keywords.EnumKeys, .. Keywords.ClassFieldOptions, .. Keywords.RelationOptions, .. Keywords.IndexKeys,
        .. Keywords.IndexTypes, .. Keywords.ReferentialActions, .. BuiltInTypes.Words,
        "Channel", "Message", "Person", "Shape", "Mood", "id", "name", "now", "random_v7", "serial", "true", "false", "null", "all", "byIndex", "-1", "0", "9999999999", "1d 2h",
    ];

    private static readonly string[] Marks =
    [
        ":", ": ", "\n", "\n  ", "\n    ", "- ", "?", "<", ">", "(", ")", "[", "]", "{", "}", ",", ", ", "=", "!", "'", "\"", "\\", "#", "### ", "&a ", "*a", "!!str ", "<<: ", "---",
        "...", "|", ">", "%", "@", "`", "~", "\t", "\r\n", "\r", "\0", "\uFEFF", "\uD800", "\uDC00", "\u2028", "\u0085", "\f", "é", "名", "😀", " ", "    ",
    ];

    /// <summary>Spoils a text in one to four places.</summary>
    public string Mutate(string text)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            text = MutateOnce(text);
        }

        return text;
    }

    /// <summary>Makes a text from the words and marks of the language alone.</summary>
    public string Soup(int tokens)
    {
        var text = new StringBuilder();
        for (var count = 0; count < tokens; count++)
        {
            text.Append(random.Next(2) == 0 ? Word() : Mark());
        }

        return text.ToString();
    }

    private string MutateOnce(string text)
    {
        var position = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - position);
        return random.Next(8) switch
        {
            0 => FlipByte(text),
            1 => text.Insert(position, Mark()),
            2 => text.Insert(position, Word()),
            3 => text.Remove(position, length),
            4 => text[..position],
            5 => text.Insert(random.Next(text.Length + 1), text.Substring(position, length)),
            6 => SwapLines(text),
            _ => ReplaceWord(text),
        };
    }

    private string FlipByte(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var letters = text.ToCharArray();
        letters[random.Next(letters.Length)] ^= (char)(1 << random.Next(16));
        return new string(letters);
    }

    private string SwapLines(string text)
    {
        var lines = text.Split('\n');
        var (first, second) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[first], lines[second]) = (lines[second], lines[first]);
        return string.Join('\n', lines);
    }

    private string ReplaceWord(string text)
    {
        var start = random.Next(text.Length + 1);
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[..start] + Word() + text[end..];
    }

    private string Word() => Words[random.Next(Words.Length)];

    private string Mark() => Marks[random.Next(Marks.Length)];
}
