using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Chat.Console;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(string Command, long ChannelId, string Text, string Author, Uri Server)
{
    public const string Help = """

        Usage: Chat.Console <command> [--server http://localhost:8080]

          list                                        shows all channels
          create <channel>                            makes a channel
          latest <channelId>                          shows the newest messages of a channel
          post <channelId> <text> [--author <name>]   posts a message
          watch <channelId>                           shows messages as they are posted, until Ctrl+C

        Text that begins with two hyphens goes behind a lone --.
        """;

    public static bool TryParse(
        string[] args, [NotNullWhen(true)] out CommandLine? commandLine, [NotNullWhen(false)] out string? problem)
    {
        commandLine = null;
        if (!TrySplit(args, out var words, out var server, out var author, out problem))
        {
            return false;
        }

        if (!Uri.TryCreate(server, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            problem = $"'{server}' is no address of a server; it should look like http://localhost:8080.";
            return false;
        }

        var channelId = 0L;
        var rest = words.Skip(1);
        if (words is ["post" or "latest" or "watch", var id, ..])
        {
            if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out channelId))
            {
                problem = $"'{id}' is no id of a channel; the command 'list' shows the ids.";
                return false;
            }

            rest = words.Skip(2);
        }

        problem = words switch
        {
            ["list"] or ["create", _, ..] or ["latest", _] or ["post", _, _, ..] or ["watch", _] => null,
            [] => "No command is given.",
            ["list" or "create" or "latest" or "post" or "watch", ..] => $"The command '{words[0]}' takes other arguments.",
            _ => $"There is no command '{words[0]}'.",
        };
        if (problem is not null)
        {
            return false;
        }

        commandLine = new CommandLine(words[0], channelId, string.Join(' ', rest), author, url);
        return true;
    }

    private static bool TrySplit(
        string[] args, out List<string> words, out string server, out string author, [NotNullWhen(false)] out string? problem)
    {
        (words, server, author, problem) = ([], "http://localhost:8080", Environment.UserName, null);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--":
                    words.AddRange(args[(i + 1)..]);
                    return true;
                case "--server" when i + 1 < args.Length:
                    server = args[++i];
                    break;
                case "--author" when i + 1 < args.Length:
                    author = args[++i];
                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal):
                    problem = $"The option '{option}' is unknown or lacks its value.";
                    return false;
                case var word:
                    words.Add(word);
                    break;
            }
        }

        return true;
    }
}
