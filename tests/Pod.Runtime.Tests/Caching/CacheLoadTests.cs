using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Tests.Caching;

public sealed class CacheLoadTests : IAsyncLifetime
{
    private readonly TaskCompletionSource<Message> _load = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestHost _host = null!;
    private IPodCache _cache = null!;
    private int _runs;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _cache = _host.Services.GetRequiredService<PodCaches>().Local;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Callers_at_the_same_time_share_one_load_and_no_object()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => Task.Run(() => GetAsync().AsTask())).ToArray();
        await Eventually.IsTrueAsync(() => _cache.Statistics.Misses == calls.Length);
        _load.SetResult(Line());
        var lines = await Task.WhenAll(calls);
        Assert.Equal(1, _runs);
        Assert.Equal(calls.Length, lines.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(lines, static line => Assert.Equal("text", line.Text));
    }

    [Fact]
    public async Task A_failure_reaches_every_caller_and_stores_nothing()
    {
        var calls = Enumerable.Range(0, 3).Select(_ => GetAsync().AsTask()).ToArray();
        var failure = new InvalidDataException("broken");
        _load.SetException(failure);
        foreach (var call in calls)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => call));
        }

        Assert.False(await _cache.ContainsAsync("line"));
        Assert.Equal("fresh", await _cache.GetOrCreateAsync("line", static _ => Task.FromResult("fresh")));
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_load_to_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = GetAsync(impatient.Token).AsTask();
        var second = GetAsync().AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _load.SetResult(Line());
        Assert.Equal("text", (await second).Text);
        Assert.True(await _cache.ContainsAsync("line"));
    }

    [Fact]
    public async Task A_load_that_nobody_waits_for_is_cancelled()
    {
        using var impatient = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        var call = _cache.GetOrCreateAsync<string>(
            "line",
            async token =>
            {
                token.Register(cancelled.SetResult);
                await cancelled.Task;
                token.ThrowIfCancellationRequested();
                return "never";
            },
            cancellationToken: impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await cancelled.Task.WaitAsync(TestHost.Patience, TimeProvider.System);
        Assert.Equal("next", await _cache.GetOrCreateAsync("line", static _ => Task.FromResult("next")));
    }

    [Fact]
    public async Task A_loader_that_asks_for_its_own_key_is_told()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await _cache.GetOrCreateAsync(
            "a", async outer => await _cache.GetOrCreateAsync(
                "b", async inner => await _cache.GetOrCreateAsync("a", static _ => Task.FromResult("deep"), cancellationToken: inner), cancellationToken: outer)));
        Assert.Contains("'a'", failure.Message, StringComparison.Ordinal);
        Assert.Equal("outer inner", await _cache.GetOrCreateAsync(
            "a", async outer => "outer " + await _cache.GetOrCreateAsync("b", static _ => Task.FromResult("inner"), cancellationToken: outer)));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("group")]
    [InlineData("all")]
    public async Task What_is_removed_during_its_load_is_not_stored(string removal)
    {
        var call = _cache.GetOrCreateAsync("line", _ => _load.Task, new CacheOptions { Groups = ["lines"] }).AsTask();
        await (removal switch
        {
            "key" => _cache.RemoveAsync("line"),
            "group" => _cache.RemoveGroupAsync("lines"),
            _ => _cache.ClearAsync(),
        });
        _load.SetResult(Line());
        Assert.Equal("text", (await call).Text);
        Assert.False(await _cache.ContainsAsync("line"));
    }

    private static Message Line() => new() { Author = "a", Text = "text" };

    private ValueTask<Message> GetAsync(CancellationToken cancellationToken = default) => _cache.GetOrCreateAsync(
        "line",
        _ =>
        {
            Interlocked.Increment(ref _runs);
            return _load.Task;
        },
        cancellationToken: cancellationToken);
}
