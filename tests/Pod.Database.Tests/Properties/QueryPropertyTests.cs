using FsCheck;
using FsCheck.Fluent;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Properties;

/// <summary>Whatever the rows and whatever the condition or order: the database answers what LINQ answers.</summary>
[Collection(DatabaseTests.Name)]
public sealed class QueryPropertyTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private World? _stored;

    // Messages that answer others would stand in the way of deleting those.
    public Task InitializeAsync() => chat.ExecuteAsync("""ALTER TABLE message DROP CONSTRAINT IF EXISTS "message_replyToId_fkey" """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Conditions_on_messages_find_what_LINQ_finds()
        => Check(Conditions.OfMessages(4), async (world, condition) =>
        {
            var expected = world.Messages.Where(row => condition.Holds(world, row) == true).Select(row => row.Id).ToList();
            var found = await Message.Db.FindAsync(chat.Session, condition.Filter);
            var count = await Message.Db.CountAsync(chat.Session, condition.Filter);
            var exists = await Message.Db.ExistsAsync(chat.Session, condition.Filter);
            return found.Select(row => row.Id).Order().SequenceEqual(expected) && count == expected.Count && exists == (count > 0);
        }, condition => condition.Parts);

    [Fact]
    public void Conditions_on_channels_choose_what_is_deleted()
        => Check(Conditions.OfChannels(4), async (world, condition) =>
        {
            var expected = world.Channels.Where(row => condition.Holds(world, row) == true).Select(row => row.Id).ToList();
            var deleted = new List<Channel>();
            await Assert.ThrowsAsync<OperationCanceledException>(() => chat.Session.Db.TransactionAsync(async tx =>
            {
                deleted = await Channel.Db.DeleteWhereAsync(tx, condition.Filter, orderBy: t => t.Id.Desc());
                throw new OperationCanceledException();
            }));
            return deleted.Select(row => row.Id).Reverse().SequenceEqual(expected);
        }, condition => condition.Parts);

    [Fact]
    public void Conditions_on_users_hold_in_lists_of_includes_too()
        => Check(
            from user in Conditions.OfUsers(4)
            from message in Conditions.OfMessages(3)
            select (user, message),
            async (world, conditions) =>
            {
                var (user, message) = conditions;
                var found = await Channel.Db.FindAsync(
                    chat.Session, t => t.Owner.Name != null, include: Channel.Include(messages: Message.IncludeList(message.Filter, m => m.Id)));
                var users = await ChatUser.Db.FindAsync(chat.Session, user.Filter);
                return users.Select(row => row.Id).Order().SequenceEqual(world.Users.Where(row => user.Holds(world, row) == true).Select(row => row.Id))
                    && found.All(channel => channel.Messages!.Select(row => row.Id).SequenceEqual(
                        world.Messages.Where(row => row.ChannelId == channel.Id && message.Holds(world, row) == true).Select(row => row.Id)));
            });

    [Fact]
    public void Orders_sort_like_LINQ_and_pages_together_are_the_whole()
        => Check(from keys in Keys.Order from limit in Gen.Choose(1, 9) select (keys, limit), async (world, order) =>
        {
            var keys = order.keys;
            Func<MessageTable, OrderBy> orderBy = t => OrderBy.Create([.. keys.Select(key => key.Term(t))]);
            var expected = world.Messages.OrderBy(row => row, Comparer<Message>.Create((left, right) => keys
                .Select(key => key.Compare(world, left, right))
                .Append(left.Id.CompareTo(right.Id) * (keys[^1].IsDescending ? -1 : 1))
                .First(static result => result != 0))).Select(row => row.Id).ToList();
            var pages = new List<long>();
            string? after = null;
            do
            {
                var page = await Message.Db.FindPageAsync(chat.Session, orderBy, order.limit, after);
                pages.AddRange(page.Items.Select(row => row.Id));
                after = page.Next;
            }
            while (after is not null && pages.Count <= expected.Count);

            var tie = keys[^1].IsDescending;
            var whole = await Message.Db.FindAsync(
                chat.Session, orderBy: t => OrderBy.Create([.. orderBy(t), tie ? t.Id.Desc() : t.Id.Asc()]), include: Message.Include(replyTo: Message.Include()));
            return pages.SequenceEqual(expected) && whole.Select(row => row.Id).SequenceEqual(expected);
        });

    private void Check<T>(Gen<T> values, Func<World, T, Task<bool>> holds, Func<T, IEnumerable<T>>? simpler = null)
    {
        var cases = Arb.From(
            from world in World.Generate from value in values select (world, value),
            pair => simpler?.Invoke(pair.value).Select(value => (pair.world, value)) ?? []);
        Prop.ForAll(cases, pair => Task.Run(async () =>
        {
            await StoreAsync(pair.world);
            return await holds(pair.world, pair.value);
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private async Task StoreAsync(World world)
    {
        if (ReferenceEquals(world, _stored))
        {
            return;
        }

        await Message.Db.DeleteWhereAsync(chat.Session, t => Filter.True, noReturn: true);
        await Channel.Db.DeleteWhereAsync(chat.Session, t => Filter.True, noReturn: true);
        await ChatUser.Db.DeleteWhereAsync(chat.Session, t => Filter.True, noReturn: true);
        await ChatUser.Db.InsertAsync(chat.Session, world.Users, noReturn: true);
        await Channel.Db.InsertAsync(chat.Session, world.Channels, noReturn: true);
        await Message.Db.InsertAsync(chat.Session, world.Messages, noReturn: true);
        _stored = world;
    }
}
