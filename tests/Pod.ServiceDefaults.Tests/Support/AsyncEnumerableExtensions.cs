namespace Pod.ServiceDefaults.Tests.Support;

internal static class AsyncEnumerableExtensions
{
    /// <summary>Posts again and again until the first item has come: a watcher misses what was posted before it was there.</summary>
    public static async IAsyncEnumerable<T> WithPost<T>(this IAsyncEnumerable<T> items, Func<Task> post)
    {
        await using var enumerator = items.GetAsyncEnumerator();
        var next = enumerator.MoveNextAsync().AsTask();
        await Task.WhenAny(next, Task.Run(async () =>
        {
            while (!next.IsCompleted)
            {
                await post();
            }
        }));
        while (await next)
        {
            yield return enumerator.Current;
            next = enumerator.MoveNextAsync().AsTask();
        }
    }
}
