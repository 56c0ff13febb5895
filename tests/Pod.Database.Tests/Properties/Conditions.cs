using FsCheck;
using FsCheck.Fluent;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Properties;

/// <summary>Random conditions: on columns with and without nulls, over to-one and to-many relations, nested in each other.</summary>
internal static class Conditions
{
    public static Gen<Condition<MessageTable, Message>> OfMessages(int depth) => Tree(depth, MessageLeaves(), [.. MessageRelations(depth - 1)]);

    public static Gen<Condition<ChannelTable, Channel>> OfChannels(int depth) => Tree(depth, ChannelLeaves(), [.. ChannelRelations(depth - 1)]);

    public static Gen<Condition<ChatUserTable, ChatUser>> OfUsers(int depth) => Tree(depth, UserLeaves(), [.. UserRelations(depth - 1)]);

    private static Gen<Condition<TTable, TRow>> Tree<TTable, TRow>(
        int depth, Gen<Condition<TTable, TRow>> leaves, IReadOnlyList<Func<Gen<Condition<TTable, TRow>>>> relations)
        => depth <= 0
            ? leaves
            : Gen.Choose(0, 7).SelectMany(choice => choice switch
            {
                0 => leaves,
                1 => from left in Tree(depth - 1, leaves, relations) from right in Tree(depth - 1, leaves, relations) select left & right,
                2 => from left in Tree(depth - 1, leaves, relations) from right in Tree(depth - 1, leaves, relations) select left | right,
                3 => from inner in Tree(depth - 1, leaves, relations) select !inner,
                _ => Gen.Elements<Func<Gen<Condition<TTable, TRow>>>>([.. relations]).SelectMany(relation => relation()),
            });

    private static Gen<Condition<MessageTable, Message>> MessageLeaves()
        => from id in Gen.Choose(1, 8).Select(n => (long)n)
           from name in Gen.Elements("a", "b", "c")
           from hour in Gen.Choose(0, 2).Select(h => World.Noon.AddHours(h))
           from leaf in Gen.Elements<Condition<MessageTable, Message>>(
               new($"m.Id > {id}", t => t.Id > id, (w, m) => m.Id > id),
               new($"m.ReplyToId == {id}", t => t.ReplyToId == id, (w, m) => Same(m.ReplyToId, id)),
               new($"m.ReplyToId != {id}", t => t.ReplyToId != id, (w, m) => m.ReplyToId != id),
               new("m.ReplyToId == null", t => t.ReplyToId == null, (w, m) => m.ReplyToId is null),
               new($"m.ReplyToId < {id}", t => t.ReplyToId < id, (w, m) => m.ReplyToId is { } to ? to < id : null),
               new($"m.ReplyToId.In({id}, 2)", t => t.ReplyToId.In(id, 2), (w, m) => m.ReplyToId is { } to ? to == id || to == 2 : null),
               new($"m.ReplyToId.In({id}, null)", t => t.ReplyToId.In(id, null), (w, m) => m.ReplyToId is null || m.ReplyToId == id),
               new($"m.ReplyToId.NotIn({id}, 2)", t => t.ReplyToId.NotIn(id, 2), (w, m) => m.ReplyToId != id && m.ReplyToId != 2),
               new($"m.ReplyToId.NotIn({id}, null)", t => t.ReplyToId.NotIn(id, null), (w, m) => m.ReplyToId is not null && m.ReplyToId != id),
               new($"m.ReplyToId + 1 == {id}", t => t.ReplyToId + 1 == id, (w, m) => Same(m.ReplyToId + 1, id)),
               new("m.ReplyToId == m.AuthorId", t => t.ReplyToId == t.AuthorId, (w, m) => Same(m.ReplyToId, m.AuthorId)),
               new("m.ReplyToId.NotBetween(2, 4)", t => t.ReplyToId.NotBetween(2, 4), (w, m) => m.ReplyToId is not (>= 2 and <= 4)),
               new($"m.EditedAt > {hour:HH}", t => t.EditedAt > hour, (w, m) => m.EditedAt is { } at ? at > hour : null),
               new($"m.EditedAt + 1h == {hour:HH}", t => t.EditedAt + TimeSpan.FromHours(1) == hour, (w, m) => m.EditedAt is { } at ? at.AddHours(1) == hour : null),
               new($"m.Text.Like('{name}%')", t => t.Text.Like(name + "%"), (w, m) => m.Text.StartsWith(name, StringComparison.Ordinal)),
               new("m.Text.Contains('%')", t => t.Text.Contains("%"), (w, m) => m.Text.Contains('%')),
               new("m.Text.Length() == 1", t => t.Text.Length() == 1, (w, m) => m.Text.Length == 1),
               new($"m.Author.Name == {name}", t => t.Author.Name == name, (w, m) => w.User(m.AuthorId)!.Name == name),
               new($"m.Channel.Owner.Name != {name}", t => t.Channel.Owner.Name != name, (w, m) => Owner(w, m)?.Name != name),
               new($"m.Channel.Owner.Name.NotLike({name})", t => t.Channel.Owner.Name.NotLike(name), (w, m) => Owner(w, m)?.Name != name),
               new($"m.ReplyTo.Text == {name}", t => t.ReplyTo.Text == name, (w, m) => Same(w.Message(m.ReplyToId)?.Text, name)),
               new(
                   "m.ReplyTo.Author.Name == m.Channel.Owner.Name", t => t.ReplyTo.Author.Name == t.Channel.Owner.Name,
                   (w, m) => w.User(w.Message(m.ReplyToId)?.AuthorId)?.Name == Owner(w, m)?.Name),
               new(
                   "m.ReplyTo.ReplyToId != m.Channel.OwnerId", t => t.ReplyTo.ReplyToId != t.Channel.OwnerId,
                   (w, m) => w.Message(m.ReplyToId)?.ReplyToId != w.Channel(m.ChannelId)!.OwnerId))
           select leaf;

    private static Gen<Condition<ChannelTable, Channel>> ChannelLeaves()
        => from id in Gen.Choose(1, 4).Select(n => (long)n)
           from name in Gen.Elements("a", "b", "c")
           from leaf in Gen.Elements<Condition<ChannelTable, Channel>>(
               new($"c.Id != {id}", t => t.Id != id, (w, c) => c.Id != id),
               new($"c.OwnerId == {id}", t => t.OwnerId == id, (w, c) => Same(c.OwnerId, id)),
               new("c.OwnerId != null", t => t.OwnerId != null, (w, c) => c.OwnerId is not null),
               new($"c.Owner.Name == {name}", t => t.Owner.Name == name, (w, c) => Same(w.User(c.OwnerId)?.Name, name)),
               new($"c.Owner.Name.In({name}, null)", t => t.Owner.Name.In(name, null), (w, c) => w.User(c.OwnerId) is not { } owner || owner.Name == name),
               new(
                   "c.Messages.Any(m => m.AuthorId == c.OwnerId)", t => t.Messages.Any(m => m.AuthorId == t.OwnerId),
                   (w, c) => w.Messages.Any(m => m.ChannelId == c.Id && m.AuthorId == c.OwnerId)),
               new(
                   "c.Messages.Any(m => c.Messages.Any(o => o.AuthorId == m.AuthorId && o.Id > m.Id))",
                   t => t.Messages.Any(m => t.Messages.Any(o => o.AuthorId == m.AuthorId && o.Id > m.Id)),
                   (w, c) => w.Messages.Any(m => m.ChannelId == c.Id
                       && w.Messages.Any(o => o.ChannelId == c.Id && o.AuthorId == m.AuthorId && o.Id > m.Id))),
               new("Filter.Sql(c.OwnerId % 2 = 0)", t => Filter.Sql($"{t.OwnerId} % {2} = {0}"), (w, c) => c.OwnerId is { } owner ? owner % 2 == 0 : null))
           select leaf;

    private static Gen<Condition<ChatUserTable, ChatUser>> UserLeaves()
        => from id in Gen.Choose(1, 4).Select(n => (long)n)
           from name in Gen.Elements("a", "b", "c")
           from leaf in Gen.Elements<Condition<ChatUserTable, ChatUser>>(
               new($"u.Id >= {id}", t => t.Id >= id, (w, u) => u.Id >= id),
               new($"u.Name == {name}", t => t.Name == name, (w, u) => u.Name == name),
               new("Filter.True", t => Filter.True, (w, u) => true),
               new("Filter.All()", t => Filter.All(), (w, u) => true),
               new("Filter.Any()", t => Filter.Any(), (w, u) => false))
           select leaf;

    private static IEnumerable<Func<Gen<Condition<MessageTable, Message>>>> MessageRelations(int depth) =>
    [
        () => OfMessages(depth).SelectMany(inner => Quantified<MessageTable, Message, MessageTable, Message>(
            "m.Replies", t => t.Replies, (w, m) => w.Messages.Where(other => other.ReplyToId == m.Id), inner)),
        () => OfMessages(depth).SelectMany(inner => Quantified<MessageTable, Message, MessageTable, Message>(
            "m.ReplyTo.Channel.Messages", t => t.ReplyTo.Channel.Messages,
            (w, m) => w.Messages.Where(other => other.ChannelId == w.Message(m.ReplyToId)?.ChannelId), inner)),
        () => OfChannels(depth).SelectMany(inner => Quantified<MessageTable, Message, ChannelTable, Channel>(
            "m.Author.Channels", t => t.Author.Channels, (w, m) => w.Channels.Where(channel => channel.OwnerId == m.AuthorId), inner)),
    ];

    private static IEnumerable<Func<Gen<Condition<ChannelTable, Channel>>>> ChannelRelations(int depth) =>
    [
        () => OfMessages(depth).SelectMany(inner => Quantified<ChannelTable, Channel, MessageTable, Message>(
            "c.Messages", t => t.Messages, (w, c) => w.Messages.Where(message => message.ChannelId == c.Id), inner)),
        () => OfMessages(depth).SelectMany(inner => Quantified<ChannelTable, Channel, MessageTable, Message>(
            "c.Owner.Written", t => t.Owner.Written, (w, c) => w.Messages.Where(message => message.AuthorId == c.OwnerId), inner)),
        () => OfChannels(depth).SelectMany(inner => Quantified<ChannelTable, Channel, ChannelTable, Channel>(
            "c.Owner.Channels", t => t.Owner.Channels, (w, c) => w.Channels.Where(other => c.OwnerId is not null && other.OwnerId == c.OwnerId), inner)),
    ];

    private static IEnumerable<Func<Gen<Condition<ChatUserTable, ChatUser>>>> UserRelations(int depth) =>
    [
        () => OfMessages(depth).SelectMany(inner => Quantified<ChatUserTable, ChatUser, MessageTable, Message>(
            "u.Written", t => t.Written, (w, u) => w.Messages.Where(message => message.AuthorId == u.Id), inner)),
        () => OfChannels(depth).SelectMany(inner => Quantified<ChatUserTable, ChatUser, ChannelTable, Channel>(
            "u.Channels", t => t.Channels, (w, u) => w.Channels.Where(channel => channel.OwnerId == u.Id), inner)),
    ];

    private static Gen<Condition<TTable, TRow>> Quantified<TTable, TRow, TChildTable, TChild>(
        string text,
        Func<TTable, ToManyRelation<TChildTable>> relation,
        Func<World, TRow, IEnumerable<TChild>> children,
        Condition<TChildTable, TChild> inner)
        where TChildTable : Table
    {
        return
           from number in Gen.Choose(0, 3)
           from condition in Gen.Elements<Condition<TTable, TRow>>(
               new($"{text}.Any()", t => relation(t).Any(), (w, row) => children(w, row).Any()),
               new($"{text}.None()", t => relation(t).None(), (w, row) => !children(w, row).Any()),
               new($"{text}.Any({inner})", t => relation(t).Any(inner.Filter), (w, row) => children(w, row).Any(Matching(w))),
               new($"{text}.None({inner})", t => relation(t).None(inner.Filter), (w, row) => !children(w, row).Any(Matching(w))),
               new($"{text}.All({inner})", t => relation(t).All(inner.Filter), (w, row) => children(w, row).All(Matching(w))),
               new($"{text}.Count({inner}) > {number}", t => relation(t).Count(inner.Filter) > number, (w, row) => children(w, row).Count(Matching(w)) > number),
               new($"{text}.Count({inner}) == {number}", t => relation(t).Count(inner.Filter) == number, (w, row) => children(w, row).Count(Matching(w)) == number),
               new(
                   $"{text}.Count().NotIn({number}, 1)", t => relation(t).Count().NotIn(number, 1),
                   (w, row) => children(w, row).Count() is var count && count != number && count != 1),
               new(
                   $"{text}.Count({inner}) * 2 > {text}.Count()", t => relation(t).Count(inner.Filter) * 2 > relation(t).Count(),
                   (w, row) => children(w, row).Count(Matching(w)) * 2 > children(w, row).Count()))
           select condition;

        Func<TChild, bool> Matching(World world) => child => inner.Holds(world, child) == true;
    }

    private static ChatUser? Owner(World world, Message message) => world.User(world.Channel(message.ChannelId)!.OwnerId);

    private static bool? Same<T>(T? left, T right)
        where T : struct
        => left is { } present ? EqualityComparer<T>.Default.Equals(present, right) : null;

    private static bool? Same(string? left, string right) => left is null ? null : left == right;
}
