using Helpdesk.Server;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing.Tests;

/// <summary>What waits for a commit, in a test that is rolled back as a whole.</summary>
public sealed class TransactionBoundTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task Messages_go_out_after_the_commit_as_they_were_and_in_order()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            var note = new Note { Text = "one" };
            await Session.Messages.PostAsync(tx, "tickets", note);
            note.Text = "two";
            await Session.Messages.PostAsync(tx, "tickets", note);
            note.Text = "three";
            Assert.Empty(await Test.Messages.PublishedAsync<Note>("tickets"));
        });

        Assert.Equal(["one", "two"], (await Test.Messages.PublishedAsync<Note>("tickets")).Select(static note => note.Text));
    }

    [Fact]
    public async Task Nothing_happens_after_a_rollback()
    {
        await Session.Caches.Global.SetAsync("menu", "soup", new CacheOptions { Groups = ["menus"] });
        await Session.Db.TransactionAsync(async tx =>
        {
            await RemoveAndPostAsync(tx);
            await tx.RollbackAsync();
        });

        Assert.Empty(await Test.Messages.PublishedAsync<Note>("tickets"));
        Assert.Equal("soup", await Session.Caches.Global.GetAsync<string>("menu"));
    }

    [Fact]
    public async Task Entries_and_groups_are_removed_after_the_commit()
    {
        foreach (var (key, group) in ((string, string)[])[("menu", "other"), ("menu:de", "menus"), ("kept", "other")])
        {
            await Session.Caches.Global.SetAsync(key, "soup", new CacheOptions { Groups = [group] });
        }

        await Session.Db.TransactionAsync(async tx =>
        {
            await RemoveAndPostAsync(tx);
            Assert.Equal("soup", await Session.Caches.Global.GetAsync<string>("menu"));
        });

        Assert.Null(await Session.Caches.Global.GetAsync<string>("menu"));
        Assert.Null(await Session.Caches.Global.GetAsync<string>("menu:de"));
        Assert.Equal("soup", await Session.Caches.Global.GetAsync<string>("kept"));
    }

    [Fact]
    public async Task Caches_are_empty_when_a_test_begins()
    {
        await Session.Caches.Local.SetAsync("a", "mine");
        await Session.Caches.Global.SetAsync("a", "mine");
        await using var other = await Host.BeginAsync();
        Assert.Null(await other.Session.Caches.Local.GetAsync<string>("a"));
        Assert.Null(await other.Session.Caches.Global.GetAsync<string>("a"));
    }

    private async Task RemoveAndPostAsync(Transaction tx)
    {
        await Session.Caches.Global.RemoveAsync(tx, "menu");
        await Session.Caches.Global.RemoveGroupAsync(tx, "menus");
        await Session.Messages.PostAsync(tx, "tickets", new Note { Text = "one" });
    }
}
