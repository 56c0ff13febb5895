using System.Runtime.CompilerServices;
using ChatApp.Server;

namespace Pod.Client.Tests;

/// <summary>Streams to send, and bounded ways to read those that come.</summary>
internal static class TestStreams
{
    public static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return i;
        }

        await Task.CompletedTask;
    }

    public static async IAsyncEnumerable<T> Then<T>(IEnumerable<T> items, Exception failure)
    {
        foreach (var item in items)
        {
            yield return item;
        }

        await Task.CompletedTask;
        throw failure;
    }

    public static async IAsyncEnumerable<int> Forever(TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 1; ; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return i;
                await Task.Yield();
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        return await CollectAsync().WaitAsync(TestHost.Patience);

        async Task<List<T>> CollectAsync()
        {
            var list = new List<T>();
            await foreach (var item in items)
            {
                list.Add(item);
            }

            return list;
        }
    }

    public static async Task IsTrueEventuallyAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TestHost.Patience);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
