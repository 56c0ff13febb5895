using ChatApp;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;

namespace Pod.Runtime.Tests.Caching;

/// <summary>What every cache does, whatever keeps its entries.</summary>
public abstract class CacheConformance : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestHost _host = null!;

    private protected FakeTime Time { get; } = new();

    private protected RecordedLog Log { get; } = new();

    private protected IPodCache Cache { get; private set; } = null!;

    private protected IPodCache Other { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Services.AddSingleton<JsonCodec<(int, string)>>(
                PodJson.Record<(int, string)>().Positional(PodJson.Int32, static (ref record) => ref record.Item1)
                    .Positional(PodJson.String, static (ref record) => ref record.Item2));
            builder.Logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(Log);
            Configure(builder);
        });
        await StartedAsync(_host);
        var caches = _host.Services.GetRequiredService<PodCaches>();
        (Cache, Other) = Choose(caches);
    }

    public virtual async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_value_comes_back_until_it_is_removed()
    {
        Assert.Null(await Cache.GetAsync<string>("a"));
        Assert.False(await Cache.ContainsAsync("a"));
        Assert.True(await Cache.SetAsync("a", "one"));
        Assert.Equal("one", await Cache.GetAsync<string>("a"));
        Assert.True(await Cache.SetAsync("a", "two"));
        Assert.Equal("two", await Cache.GetAsync<string>("a"));
        Assert.True(await Cache.ContainsAsync("a"));
        await Cache.RemoveAsync("a");
        Assert.Null(await Cache.GetAsync<string>("a"));
        Assert.False(await Cache.ContainsAsync("a"));
    }

    [Fact]
    public async Task Models_scalars_and_collections_keep_their_values()
    {
        await Cache.SetAsync("model", Line(1));
        await Cache.SetAsync("list", new List<Message> { Line(1), Line(2) });
        await Cache.SetAsync("set", new HashSet<int> { 1, 2 });
        await Cache.SetAsync("map", new Dictionary<string, Guid> { ["a"] = Guid.Empty });
        await Cache.SetAsync("number", 42);
        await Cache.SetAsync("bytes", new byte[] { 0, 255, 10, 13 });
        await Cache.SetAsync("record", (7, "ä\u0000\r\n\ud83d\ude80"));
        Assert.Equal("text 1", (await Cache.GetAsync<Message>("model"))?.Text);
        Assert.Equal([1, 2], (await Cache.GetAsync<List<Message>>("list"))!.Select(static line => line.Id));
        Assert.Equal([1, 2], (await Cache.GetAsync<HashSet<int>>("set"))!.Order());
        Assert.Equal(Guid.Empty, (await Cache.GetAsync<Dictionary<string, Guid>>("map"))!["a"]);
        Assert.Equal(42, await Cache.GetAsync<int>("number"));
        Assert.Equal(42, await Cache.GetAsync<int?>("number"));
        Assert.Null(await Cache.GetAsync<int?>("absent"));
        Assert.Equal([0, 255, 10, 13], (await Cache.GetAsync<byte[]>("bytes"))!);
        Assert.Equal((7, "ä\u0000\r\n\ud83d\ude80"), await Cache.GetAsync<(int, string)>("record"));
    }

    [Fact]
    public async Task Callers_share_no_object()
    {
        var original = Line(1);
        await Cache.SetAsync("line", original);
        original.Text = "changed";
        var first = (await Cache.GetAsync<Message>("line"))!;
        first.Text = "changed";
        Assert.Equal("text 1", (await Cache.GetAsync<Message>("line"))!.Text);
    }

    [Fact]
    public async Task An_entry_of_another_type_is_a_miss_with_a_warning()
    {
        await Cache.SetAsync("entry", Line(1));
        Assert.Null(await Cache.GetAsync<string>("entry"));
        Assert.Contains(Log.Entries, static entry => entry.Id == 2500 && entry.Text.Contains("'entry' holds 'Message' where 'String'", StringComparison.Ordinal));
        await Cache.SetAsync("large", long.MaxValue);
        Assert.Equal(0, await Cache.GetAsync<int>("large"));
        Assert.Contains(Log.Entries, static entry => entry.Id == 2501);
        Assert.Equal(long.MaxValue, await Cache.GetAsync<long>("large"));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_explained()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Cache.SetAsync("a", new Uri[1]));
        Assert.Contains("AddSingleton<JsonCodec", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Cache.SetAsync<string?>("a", null));
        foreach (var key in (string[])["", "a\nb", new string('ä', 129)])
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Cache.GetAsync<string>(key));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Cache.SetAsync(key, ""));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Cache.RemoveAsync(key));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Cache.RemoveGroupAsync(key));
        }

        Assert.True(await Cache.SetAsync(new string('ä', 128), ""));
        foreach (var options in (CacheOptions[])
            [
                new() { Lifetime = TimeSpan.Zero }, new() { SlidingLifetime = -Minute }, new() { Jitter = 0.6 },
                new() { Groups = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] }, new() { Groups = ["a\n"] },
            ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Cache.SetAsync("a", "", options));
        }
    }

    [Fact]
    public async Task A_lifetime_counts_from_the_write()
    {
        await Cache.SetAsync("a", "one", new CacheOptions { Lifetime = Minute });
        Time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Equal("one", await Cache.GetAsync<string>("a"));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await Cache.GetAsync<string>("a"));
        Assert.False(await Cache.ContainsAsync("a"));
    }

    [Fact]
    public async Task A_sliding_lifetime_counts_from_the_last_read_and_ends_with_the_lifetime()
    {
        await Cache.SetAsync("slides", "one", new CacheOptions { SlidingLifetime = Minute, Lifetime = CacheOptions.NoExpiry });
        await Cache.SetAsync("both", "two", new CacheOptions { SlidingLifetime = Minute, Lifetime = 2 * Minute });
        for (var i = 0; i < 3; i++)
        {
            Time.Advance(0.75 * Minute);
            Assert.Equal("one", await Cache.GetAsync<string>("slides"));
            Assert.Equal(i < 2 ? "two" : null, await Cache.GetAsync<string>("both"));
        }

        Time.Advance(0.75 * Minute);
        Assert.True(await Cache.ContainsAsync("slides"));
        Time.Advance(0.25 * Minute);
        Assert.Null(await Cache.GetAsync<string>("slides"));
    }

    [Fact]
    public async Task Jitter_only_shortens()
    {
        for (var i = 0; i < 50; i++)
        {
            await Cache.SetAsync($"{i}", "x", new CacheOptions { Lifetime = Minute, Jitter = 0.5 });
        }

        Time.Advance(0.49 * Minute);
        Assert.Equal(50, await CountAsync(50));
        Time.Advance(0.26 * Minute);
        Assert.InRange(await CountAsync(50), 1, 49);
        Time.Advance(0.25 * Minute);
        Assert.Equal(0, await CountAsync(50));
    }

    [Fact]
    public async Task A_group_is_removed_as_a_whole()
    {
        await Cache.SetAsync("1", "x", new CacheOptions { Groups = ["red", "small"] });
        await Cache.SetAsync("2", "x", new CacheOptions { Groups = ["red"] });
        await Cache.SetAsync("3", "x", new CacheOptions { Groups = ["small"] });
        await Cache.SetAsync("4", "x");
        await Cache.RemoveGroupAsync("red");
        await Cache.RemoveGroupAsync("unknown");
        var left = await Task.WhenAll(((string[])["1", "2", "3", "4"]).Select(key => Cache.ContainsAsync(key).AsTask()));
        Assert.Equal([false, false, true, true], left);
        await Cache.SetAsync("2", "again", new CacheOptions { Groups = ["red"] });
        Assert.Equal("again", await Cache.GetAsync<string>("2"));
        await Cache.RemoveGroupAsync("red");
        Assert.Null(await Cache.GetAsync<string>("2"));
    }

    [Fact]
    public async Task Clearing_leaves_the_other_caches_alone()
    {
        await Cache.SetAsync("a", "mine");
        await Other.SetAsync("a", "other");
        Assert.Equal("mine", await Cache.GetAsync<string>("a"));
        await Cache.ClearAsync();
        Assert.Null(await Cache.GetAsync<string>("a"));
        Assert.Equal("other", await Other.GetAsync<string>("a"));
        await Cache.SetAsync("a", "new");
        Assert.Equal("new", await Cache.GetAsync<string>("a"));
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_not_stored()
    {
        await Cache.SetAsync("large", "small");
        Assert.False(await Cache.SetAsync("large", new string('x', 1024 * 1024)));
        Assert.Null(await Cache.GetAsync<string>("large"));
        Assert.False(await Cache.SetAsync("large", new string('x', 1024 * 1024)));
        Assert.Single(Log.Entries, static entry => entry.Id == 2502);
    }

    [Fact]
    public async Task A_miss_runs_the_loader_once()
    {
        var runs = 0;
        for (var i = 0; i < 2; i++)
        {
            var line = await Cache.GetOrCreateAsync("line", _ => Task.FromResult(Line(++runs)));
            Assert.Equal(1, line.Id);
            line.Text = "changed";
        }

        Assert.Equal("text 1", (await Cache.GetAsync<Message>("line"))!.Text);
        Assert.Equal((1, 2), (runs, (int)Cache.Statistics.Hits));
    }

    [Fact]
    public async Task A_null_is_remembered_only_on_demand()
    {
        var runs = 0;
        Task<Message?> Load(CancellationToken cancellationToken) => Task.FromResult<Message?>(runs++ < 0 ? Line(1) : null);
        Assert.Null(await Cache.GetOrCreateAsync("none", Load));
        Assert.False(await Cache.ContainsAsync("none"));
        Assert.Null(await Cache.GetOrCreateAsync("none", Load, new CacheOptions { CacheNull = true }));
        Assert.Null(await Cache.GetOrCreateAsync("none", Load));
        Assert.True(await Cache.ContainsAsync("none"));
        Assert.Null(await Cache.GetAsync<Message>("none"));
        Assert.Equal(2, runs);
    }

    private protected abstract (IPodCache Cache, IPodCache Other) Choose(PodCaches caches);

    private protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private protected virtual Task StartedAsync(TestHost host) => Task.CompletedTask;

    private static Message Line(long id) => new() { Id = id, Author = "a", Text = $"text {id}" };

    private async Task<int> CountAsync(int upTo)
    {
        var count = 0;
        for (var i = 0; i < upTo; i++)
        {
            count += await Cache.ContainsAsync($"{i}") ? 1 : 0;
        }

        return count;
    }
}
