using System.Runtime.CompilerServices;

namespace Chat.Server.Endpoints;

/// <summary>Posts, reads and watches messages.</summary>
public sealed class MessageEndpoint : Endpoint
{
    private const int MaxLatest = 200;

    /// <summary>Posts a message and tells everybody who watches the channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="author">The name of whoever posts.</param>
    /// <param name="text">The message.</param>
    public async Task<Message> Post(Session session, long channelId, string author, string text)
    {
        if (string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(text))
        {
            throw new MessageRefused { Reason = "A message needs an author and a text." };
        }

        var channel = await FindChannelAsync(session, channelId);
        if (channel.State == ChannelState.Archived)
        {
            throw new MessageRefused { Reason = $"The channel '{channel.Name}' is archived." };
        }

        var message = await session.Db.TransactionAsync(async transaction =>
        {
            var user = await FindOrAddUserAsync(transaction, author);
            var stored = await Message.Db.InsertRowAsync(transaction, new Message { ChannelId = channelId, AuthorId = user.Id, Text = text });
            return stored with { Author = user };
        });
        await session.Messages.PostAsync(Room(channelId), message);
        return message;
    }

    /// <summary>Gives the newest messages of a channel, the newest last.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="limit">How many at most; 1 to 200.</param>
    public async Task<List<Message>> Latest(Session session, long channelId, int limit = 50, CancellationToken cancellationToken = default)
    {
        await FindChannelAsync(session, channelId, cancellationToken);
        var messages = await Message.Db.FindAsync(
            session,
            where: t => t.ChannelId == channelId,
            orderBy: t => t.Id.Desc(),
            limit: Math.Clamp(limit, 1, MaxLatest),
            include: Message.Include(author: ChatUser.Include()),
            cancellationToken: cancellationToken);
        messages.Reverse();
        return messages;
    }

    /// <summary>Gives every message that is posted to a channel from now on.</summary>
    /// <param name="channelId">The channel.</param>
    public async IAsyncEnumerable<Message> Watch(
        Session session, long channelId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Subscribed before the first wait: once a client sees the stream open, it misses nothing.
        await using var posted = await session.Messages.SubscribeAsync<Message>(Room(channelId));
        await FindChannelAsync(session, channelId, cancellationToken);
        await foreach (var message in posted.WithCancellation(cancellationToken))
        {
            yield return message;
        }
    }

    private static async Task<Channel> FindChannelAsync(Session session, long channelId, CancellationToken cancellationToken = default) =>
        await Channel.Db.FindByIdAsync(session, channelId, cancellationToken: cancellationToken)
        ?? throw new ChannelNotFound { ChannelId = channelId };

    private static async Task<ChatUser> FindOrAddUserAsync(Transaction transaction, string name)
    {
        if (await ChatUser.Db.FindFirstRowAsync(transaction, where: t => t.Name == name) is { } known)
        {
            return known;
        }

        // Somebody may post under the same new name at this very moment; the unique index lets one of them through.
        await ChatUser.Db.InsertAsync(transaction, [new ChatUser { Name = name }], ignoreConflicts: true);
        return await ChatUser.Db.FindFirstRowAsync(transaction, where: t => t.Name == name)
            ?? throw new InvalidOperationException($"The user '{name}' was deleted at this moment.");
    }

    private static string Room(long channelId) => $"channel:{channelId}";
}
