using System.Runtime.CompilerServices;
using ChatApp.Model;
using Pod.Runtime;

namespace ChatApp.Server;

public class MessageEndpoint(Probe probe) : Endpoint
{
    public async Task<Message> Post(Session session, long channelId, string author, string text)
    {
        if (channelId < 0)
        {
            throw new ChannelNotFound { ChannelId = channelId };
        }

        var message = new Message { Id = channelId, Author = author, Text = text };
        await session.Messages.PostAsync($"channel:{channelId}", message);
        return message;
    }

    public Task<List<Message>> Latest(Session session, long channelId, int limit = 50)
        => Task.FromResult(Enumerable.Range(1, limit).Select(i => new Message { Id = i, Author = "a", Text = $"{channelId}" }).ToList());

    public async IAsyncEnumerable<Message> Watch(Session session, long channelId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        await using var messages = await session.Messages.SubscribeAsync<Message>($"channel:{channelId}");
        probe.Signal($"watching:{channelId}");
        await foreach (var message in messages.WithCancellation(cancellationToken))
        {
            yield return message;
        }
    }

    public async IAsyncEnumerable<string> Shout(Session session, IAsyncEnumerable<string> lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            yield return line.ToUpperInvariant();
        }
    }
}
