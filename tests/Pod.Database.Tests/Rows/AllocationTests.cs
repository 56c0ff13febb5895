using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

/// <summary>
/// What calls allocate is a count, so it can be guarded. Other tests of this process allocate at the same time; the best of several attempts
/// is nearly free of them. The limits are about one and a half times what was counted.
/// </summary>
[Collection(DatabaseTests.Name)]
public sealed class AllocationTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Finding_a_row_reuses_command_and_parameters()
    {
        var user = await chat.AddUserAsync("Anna");
        var bytes = await CountAsync(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await ChatUser.Db.FindByIdAsync(Session, user.Id);
            }
        });
        Assert.InRange(bytes / 200, 1, 2_000);
    }

    [Fact]
    public async Task Bulk_inserts_allocate_nothing_per_row()
    {
        var users = Enumerable.Range(0, 20_000).Select(static i => new ChatUser { Name = $"{i}" }).ToList();
        var bytes = await CountAsync(() => ChatUser.Db.BulkInsertAsync(Session, users));
        Assert.InRange(bytes / 20_000, 0, 16);
    }

    [Fact]
    public async Task Inserts_of_many_rows_allocate_little_more_than_their_arrays()
    {
        var users = Enumerable.Range(0, 20_000).Select(static i => new ChatUser { Name = $"{i}" }).ToList();
        var bytes = await CountAsync(() => ChatUser.Db.InsertAsync(Session, users, noReturn: true));
        Assert.InRange(bytes / 20_000, 8, 32);
    }

    private static async Task<long> CountAsync(Func<Task> work)
    {
        var fewest = long.MaxValue;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await work();
            fewest = Math.Min(fewest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return fewest;
    }
}
