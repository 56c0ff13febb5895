using ChatApp;
using Pod.Runtime.Caching.Local;
using Pod.Runtime.Caching.Stores;

namespace Pod.Runtime.Tests.Caching;

/// <summary>The store against a model that keeps its entries in a plain list.</summary>
public sealed class LocalStoreTests
{
    private const int Overhead = 64;

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Entries_are_those_of_the_model(int seed)
    {
        const int MaxEntries = 8;
        const int MaxBytes = 1000;
        var random = new Random(seed);
        using var store = NewStore(MaxEntries, MaxBytes);
        // Oldest use first.
        var model = new List<(string Key, int Length, DateTimeOffset End)>();
        for (var step = 0; step < 5000; step++)
        {
            var key = $"k{random.Next(15)}";
            switch (random.Next(10))
            {
                case < 4:
                    var length = random.Next(1, 400);
                    var lifetime = random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(1, 400)) : (TimeSpan?)null;
                    Assert.True(await SetAsync(store, key, length, lifetime));
                    model.RemoveAll(entry => entry.Key == key);
                    model.Add((key, length, lifetime is { } end ? _time.GetUtcNow() + end : DateTimeOffset.MaxValue));
                    while (model.Count > MaxEntries || model.Sum(static entry => entry.Length + entry.Key.Length + Overhead) > MaxBytes)
                    {
                        model.RemoveAt(0);
                    }

                    break;
                case < 8:
                    var found = await store.GetAsync(key, default);
                    var place = model.FindIndex(entry => entry.Key == key);
                    if (place >= 0 && model[place].End <= _time.GetUtcNow())
                    {
                        model.RemoveAt(place);
                        place = -1;
                    }

                    Assert.Equal(place < 0 ? null : model[place].Length, found?.Json.Length);
                    if (place >= 0)
                    {
                        var used = model[place];
                        model.RemoveAt(place);
                        model.Add(used);
                    }

                    break;
                case 8:
                    await store.RemoveAsync(key, default);
                    model.RemoveAll(entry => entry.Key == key);
                    break;
                default:
                    // All steps together are shorter than the sweeper's interval.
                    _time.Advance(TimeSpan.FromMilliseconds(40));
                    break;
            }

            Assert.Equal((model.Count, model.Sum(static entry => entry.Length + entry.Key.Length + Overhead)), (store.Size.Entries, store.Size.Bytes));
        }
    }

    [Fact]
    public async Task The_sweeper_gives_back_what_nobody_reads()
    {
        using var store = NewStore(10, 10_000);
        await SetAsync(store, "short", 1, TimeSpan.FromSeconds(1));
        await SetAsync(store, "long", 1, TimeSpan.FromHours(1));
        await SetAsync(store, "ever", 1, null);
        await store.SetAsync("grouped", new CacheValue("x", new byte[1]), default, ["g"], default);
        await store.RemoveGroupAsync("g", default);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(4, store.Size.Entries);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, store.Size.Entries);
    }

    [Fact]
    public async Task Replacing_at_capacity_evicts_nothing_else()
    {
        using var store = NewStore(3, 10_000);
        for (var i = 0; i < 3; i++)
        {
            await SetAsync(store, $"{i}", 10, null);
        }

        await SetAsync(store, "2", 20, null);
        Assert.Equal((3, 0), (store.Size.Entries, store.Size.Evictions));
        Assert.True(await store.ContainsAsync("0", default));
    }

    [Fact]
    public async Task A_pass_over_many_keys_displaces_recent_entries_but_no_frequent_ones()
    {
        foreach (var eviction in Enum.GetValues<CacheEviction>())
        {
            using var store = new LocalStore(new PodCacheSettings { MaxEntries = 100, Eviction = eviction }, _time);
            for (var round = 0; round < 10; round++)
            {
                for (var hot = 0; hot < 20; hot++)
                {
                    if (await store.GetAsync($"hot {hot}", default) is null)
                    {
                        await SetAsync(store, $"hot {hot}", 10, null);
                    }
                }
            }

            for (var i = 0; i < 1000; i++)
            {
                await SetAsync(store, $"once {i}", 10, null);
            }

            var left = 0;
            for (var hot = 0; hot < 20; hot++)
            {
                left += await store.ContainsAsync($"hot {hot}", default) ? 1 : 0;
            }

            // A sketch may mistake a few keys for one another.
            Assert.InRange(left, eviction == CacheEviction.Lfu ? 18 : 0, eviction == CacheEviction.Lfu ? 20 : 0);
            Assert.Equal(100, store.Size.Entries);
        }
    }

    [Fact]
    public async Task Bounds_hold_while_many_threads_write()
    {
        using var store = new LocalStore(new PodCacheSettings { MaxEntries = 4096, MaxEntryBytes = 1024, MaxBytes = 400_000 }, _time);
        await Parallel.ForAsync(0, 20_000, async (i, _) =>
        {
            await SetAsync(store, $"{i}", i % 100, null);
            await store.GetAsync($"{i / 2}", default);
            Assert.True(store.Size is { Entries: <= 4096, Bytes: <= 400_000 });
        });
        Assert.InRange(store.Size.Entries!.Value, 1000, 4096);
        await store.ClearAsync(default);
        Assert.Equal((0, 0), (store.Size.Entries, store.Size.Bytes));
    }

    private static ValueTask<bool> SetAsync(LocalStore store, string key, int length, TimeSpan? lifetime)
        => store.SetAsync(key, new CacheValue("x", new byte[length]), new EntryLifetime(lifetime, null), [], default);

    private LocalStore NewStore(int maxEntries, long maxBytes)
        => new(new PodCacheSettings { MaxEntries = maxEntries, MaxBytes = maxBytes, MaxEntryBytes = 1024 }, _time);
}
