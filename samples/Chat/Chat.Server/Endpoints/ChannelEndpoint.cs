namespace Chat.Server.Endpoints;

/// <summary>Makes and lists channels.</summary>
public sealed class ChannelEndpoint : Endpoint
{
    /// <summary>Makes a channel, or gives the one that has the name already.</summary>
    /// <param name="name">What the channel is called.</param>
    public async Task<Channel> Create(Session session, string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
        {
            throw new MessageRefused { Reason = "A channel needs a name." };
        }

        await Channel.Db.InsertAsync(session, [new Channel { Name = trimmed }], ignoreConflicts: true);
        return await Channel.Db.FindFirstRowAsync(session, where: t => t.Name == trimmed)
            ?? throw new InvalidOperationException($"The channel '{trimmed}' was deleted at this moment.");
    }

    /// <summary>Lists all channels by name.</summary>
    public Task<List<Channel>> List(Session session, CancellationToken cancellationToken) =>
        Channel.Db.FindAsync(session, orderBy: t => t.Name, cancellationToken: cancellationToken);
}
