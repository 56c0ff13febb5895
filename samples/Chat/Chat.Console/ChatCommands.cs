using Chat.Client;

namespace Chat.Console;

/// <summary>The commands. Each is a call or two of the generated client.</summary>
internal sealed class ChatCommands(ChatClient client, TextWriter output)
{
    public Task RunAsync(CommandLine line, CancellationToken cancellationToken) => line.Command switch
    {
        "list" => ListAsync(cancellationToken),
        "create" => CreateAsync(line.Text, cancellationToken),
        "latest" => LatestAsync(line.ChannelId, cancellationToken),
        "post" => PostAsync(line.ChannelId, line.Author, line.Text, cancellationToken),
        "watch" => WatchAsync(line.ChannelId, cancellationToken),
        _ => throw new ArgumentException($"There is no command '{line.Command}'.", nameof(line)),
    };

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var channels = await client.Channel.ListAsync(cancellationToken);
        if (channels.Count == 0)
        {
            output.WriteLine("There are no channels yet; the command 'create' makes one.");
        }

        foreach (var channel in channels)
        {
            Write(channel);
        }
    }

    private async Task CreateAsync(string name, CancellationToken cancellationToken) =>
        Write(await client.Channel.CreateAsync(name, cancellationToken));

    private async Task LatestAsync(long channelId, CancellationToken cancellationToken)
    {
        foreach (var message in await client.Message.LatestAsync(channelId, cancellationToken: cancellationToken))
        {
            Write(message);
        }
    }

    private async Task PostAsync(long channelId, string author, string text, CancellationToken cancellationToken) =>
        Write(await client.Message.PostAsync(channelId, author, text, cancellationToken));

    private async Task WatchAsync(long channelId, CancellationToken cancellationToken)
    {
        output.WriteLine($"Watching channel {channelId}. Ctrl+C ends.");
        await foreach (var message in client.Message.WatchAsync(channelId, cancellationToken))
        {
            Write(message);
        }
    }

    private void Write(Channel channel) =>
        output.WriteLine($"{channel.Id,4}  {Printable(channel.Name)}{(channel.State == ChannelState.Archived ? " (archived)" : "")}");

    private void Write(Message message) =>
        output.WriteLine($"{message.SentAt.ToLocalTime():HH:mm}  {Printable(message.Author?.Name ?? "somebody")}: {Printable(message.Text)}");

    // What others wrote must not be able to move the cursor or recolour the terminal.
    private static string Printable(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
