using System.Runtime.CompilerServices;

namespace Pod.Database.Repositories;

/// <summary>
/// Takes rows that are made one by one by thousands. They wait until those that leave the same columns to the database can travel together, and while they
/// wait, the connection is free for whoever makes them. A list is used again after its turn. Rows that are there already go at once: each COPY costs two
/// round trips.
/// </summary>
internal static class RowChunks
{
    private const int Size = 5000;

    public static IEnumerable<List<TRow>> Of<TRow>(IEnumerable<TRow> rows)
    {
        var known = (rows as IReadOnlyCollection<TRow>)?.Count;
        var size = known ?? Size;
        var chunk = new List<TRow>(known ?? 0);
        var position = 0L;
        foreach (var row in rows)
        {
            chunk.Add(row ?? throw Missing(position, nameof(rows)));
            position++;
            if (chunk.Count == size)
            {
                yield return chunk;
                chunk.Clear();
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    public static async IAsyncEnumerable<List<TRow>> Of<TRow>(
        IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chunk = new List<TRow>();
        var position = 0L;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            chunk.Add(row ?? throw Missing(position, nameof(rows)));
            position++;
            if (chunk.Count == Size)
            {
                yield return chunk;
                chunk.Clear();
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private static ArgumentException Missing(long position, string argument) => new($"The row at position {position} is null.", argument);
}
