using FsCheck;
using FsCheck.Fluent;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Properties;

/// <summary>A small set of rows, and their relations as LINQ sees them.</summary>
public sealed record World(IReadOnlyList<ChatUser> Users, IReadOnlyList<Channel> Channels, IReadOnlyList<Message> Messages)
{
    public static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public static Gen<World> Generate { get; } =
        from users in Gen.Choose(1, 4)
        from names in Gen.Elements("a", "b", "c").ListOf(users)
        from owners in Reference(users).ListOf(4)
        from channels in Gen.Choose(1, 4)
        from messages in Gen.Choose(0, 8)
        from texts in Gen.Elements("", "a", "ab", "b", "a%").ListOf(messages)
        from places in Gen.Choose(1, channels).ListOf(messages)
        from authors in Gen.Choose(1, users).ListOf(messages)
        from replies in Gen.Choose(0, 8).ListOf(messages)
        from edits in Gen.Choose(-1, 2).ListOf(messages)
        select new World(
            [.. names.Select((name, i) => new ChatUser { Id = i + 1, Name = name })],
            [.. owners.Take(channels).Select((owner, i) => new Channel { Id = i + 1, Name = $"channel {i + 1}", OwnerId = owner })],
            [.. texts.Select((text, i) => new Message
            {
                Id = i + 1,
                ChannelId = places[i],
                AuthorId = authors[i],
                Text = text,
                ReplyToId = replies[i] is > 0 and var reply && reply <= messages ? reply : null,
                EditedAt = edits[i] < 0 ? null : Noon.AddHours(edits[i]),
            })]);

    public ChatUser? User(long? id) => Users.SingleOrDefault(user => user.Id == id);

    public Channel? Channel(long? id) => Channels.SingleOrDefault(channel => channel.Id == id);

    public Message? Message(long? id) => Messages.SingleOrDefault(message => message.Id == id);

    public override string ToString()
        => string.Join("; ", Users.Select(user => $"user {user.Id} {user.Name}"))
            + " | " + string.Join("; ", Channels.Select(channel => $"channel {channel.Id} of {channel.OwnerId}"))
            + " | " + string.Join("; ", Messages.Select(m => $"message {m.Id} in {m.ChannelId} by {m.AuthorId} to {m.ReplyToId} '{m.Text}' {m.EditedAt:HH}"));

    private static Gen<long?> Reference(int count) => Gen.Choose(0, count).Select(id => id == 0 ? (long?)null : id);
}
