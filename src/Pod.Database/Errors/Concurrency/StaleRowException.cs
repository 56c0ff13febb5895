namespace Pod.Database;

/// <summary>A row was changed since it was read: its concurrency token is another one. Read it again, and decide what becomes of both changes.</summary>
public sealed class StaleRowException : ConcurrencyException
{
    /// <summary>Makes an exception.</summary>
    public StaleRowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal static StaleRowException Of<TRow, TId>(Table table, IEnumerable<TId> ids)
        => new($"The {typeof(TRow).Name} with id {string.Join(", ", ids)} was changed since it was read. Read it again, or write with force: true.")
        {
            Table = table.TableName,
        };
}
