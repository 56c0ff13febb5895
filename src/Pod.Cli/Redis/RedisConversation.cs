using System.Globalization;
using System.Text;

namespace Pod.Cli.Redis;

/// <summary>Commands and replies on a connection to Redis, in its own protocol (RESP 2).</summary>
/// <param name="stream">The connection.</param>
internal sealed class RedisConversation(Stream stream) : IDisposable
{
    // One character is one byte, as the lengths of replies count.
    private readonly StreamReader _replies = new(stream, Encoding.Latin1, leaveOpen: true);

    /// <summary>Sends a command.</summary>
    /// <returns>The reply; the items of a list are lines.</returns>
    /// <exception cref="IOException">Redis refuses the command, or ends the connection.</exception>
    public async Task<string> AskAsync(CancellationToken cancellationToken, params string[] words)
    {
        // *2 $4 AUTH $6 secret, each followed by the end of a line.
        var command = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{words.Length}\r\n");
        foreach (var word in words)
        {
            command.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(command.ToString()), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public void Dispose() => _replies.Dispose();

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await _replies.ReadLineAsync(cancellationToken);
        return line switch
        {
            ['+' or ':', .. var text] => text,
            ['$', .. var length] => await ReadTextAsync(Number(length), cancellationToken),
            ['*', .. var count] => await ReadListAsync(Number(count), cancellationToken),
            ['-', .. var refusal] => throw new IOException(refusal),
            _ => throw new IOException(line is null ? "The connection was closed." : "What answers is no Redis."),
        };
    }

    private async Task<string> ReadTextAsync(int length, CancellationToken cancellationToken)
    {
        // -1 stands for nothing, which none of the commands of this tool are answered with.
        var text = new char[Math.Max(length, 0)];
        if (await _replies.ReadBlockAsync(text, cancellationToken) < text.Length)
        {
            throw new IOException("The connection was closed.");
        }

        await _replies.ReadLineAsync(cancellationToken);
        return new string(text);
    }

    private async Task<string> ReadListAsync(int count, CancellationToken cancellationToken)
    {
        var items = new List<string>();
        while (items.Count < count)
        {
            items.Add(await ReadAsync(cancellationToken));
        }

        return string.Join('\n', items);
    }

    private static int Number(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new IOException("What answers is no Redis.");
}
