using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Reads;

/// <summary>Pages and finds by ids over related tables, and that a find with lists sees one moment.</summary>
[Collection(DatabaseTests.Name)]
public sealed class RelatedPageTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private readonly List<Channel> _channels = [];

    public async Task InitializeAsync()
    {
        await chat.ClearAsync();
        var anna = await chat.AddUserAsync("Anna");
        var bob = await chat.AddUserAsync("Bob");
        for (var i = 0; i < 12; i++)
        {
            _channels.Add(await chat.AddChannelAsync($"channel {i}", (i % 3) switch { 0 => anna.Id, 1 => bob.Id, _ => null }));
            await chat.AddMessageAsync(_channels[i], i % 2 == 0 ? anna : bob, $"message {i}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_of_to_one_relations_with_missing_ones(bool descending)
    {
        var names = new List<string>();
        var include = Channel.Include(owner: ChatUser.Include(), messages: Message.IncludeList(include: Message.Include(author: ChatUser.Include())));
        string? after = null;
        do
        {
            var page = await Channel.Db.FindPageAsync(
                chat.Session, t => descending ? [t.Owner.Name.Desc(), t.Id] : [t.Owner.Name, t.Id], 5, after, t => t.Messages.Any(), include);
            Assert.All(page.Items, row => Assert.Equal(row.OwnerId, row.Owner?.Id));
            Assert.All(page.Items, row => Assert.Equal(row.Name.Replace("channel", "message"), Assert.Single(row.Messages!).Text));
            names.AddRange(page.Items.Select(row => row.Name));
            after = page.Next;
        }
        while (after is not null);

        // Anna, Bob, nobody; turned around by descending order.
        int[] owners = descending ? [2, 1, 0] : [0, 1, 2];
        Assert.Equal(owners.SelectMany(owner => Enumerable.Range(0, 4).Select(i => $"channel {(i * 3) + owner}")), names);
    }

    [Fact]
    public async Task Only_the_rows_of_the_page_load_their_lists()
    {
        using var recorder = new StatementRecorder();
        var page = await Channel.Db.FindPageAsync(chat.Session, t => t.Id, 3, include: Channel.Include(messages: Message.IncludeList()));
        Assert.Equal([1, 1, 1], page.Items.Select(row => row.Messages!.Count));
        Assert.Equal(2, recorder.Statements.Count(text => text.StartsWith("SELECT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task By_ids_in_their_order()
    {
        long[] ids = [_channels[7].Id, 999, _channels[2].Id, _channels[7].Id, _channels[11].Id];
        var found = await Channel.Db.FindByIdsAsync(
            chat.Session, ids, Channel.Include(owner: ChatUser.Include(), messages: Message.IncludeList()));
        Assert.Equal(["channel 7", "channel 2", "channel 7", "channel 11"], found.Select(row => row.Name));
        Assert.Equal(["Bob", null, "Bob", null], found.Select(row => row.Owner?.Name));
        Assert.All(found, row => Assert.Single(row.Messages!));
        using var recorder = new StatementRecorder();
        Assert.Empty(await Channel.Db.FindByIdsAsync(chat.Session, []));
        Assert.Empty(recorder.Activities);
        Assert.Empty(await Channel.Db.FindByIdsAsync(chat.Session, [998, 999]));
    }

    [Fact]
    public async Task A_find_with_lists_sees_one_moment()
    {
        // The order of the channels deletes nothing and writes nothing: it waits until the other connection has.
        await using var other = new Npgsql.NpgsqlConnection(chat.ConnectionString + ";Pooling=false");
        await other.OpenAsync();
        await new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(77)", other).ExecuteNonQueryAsync();
        var finding = Channel.Db.FindAsync(
            chat.Session,
            where: t => Filter.Sql($"pg_advisory_xact_lock_shared(77) IS NOT NULL AND current_setting('transaction_isolation') = 'repeatable read'"),
            orderBy: t => t.Id,
            include: Channel.Include(messages: Message.IncludeList()));
        await chat.WaitForAsync("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)");
        await chat.ExecuteAsync("DELETE FROM message; INSERT INTO channel (name, kind) VALUES ('late', 'open')");
        await new Npgsql.NpgsqlCommand("SELECT pg_advisory_unlock(77)", other).ExecuteNonQueryAsync();
        var found = await finding;
        Assert.Equal(12, found.Count);
        Assert.All(found, row => Assert.Single(row.Messages!));
    }

    [Fact]
    public async Task Lists_in_the_callers_transaction_see_what_it_wrote()
        => await chat.Session.Db.TransactionAsync(async tx =>
        {
            var fresh = await Channel.Db.InsertRowAsync(tx, new Channel { Name = "fresh" });
            var found = await Channel.Db.FindByIdAsync(tx, fresh.Id, Channel.Include(messages: Message.IncludeList()));
            Assert.Empty(found!.Messages!);
        });
}
