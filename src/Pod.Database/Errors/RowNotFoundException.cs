namespace Pod.Database;

/// <summary>A write found no row with the given id.</summary>
public sealed class RowNotFoundException : PodDatabaseException
{
    /// <summary>Makes an exception.</summary>
    public RowNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal static RowNotFoundException Of<TId>(Table table, params IEnumerable<TId> ids)
        => new($"Table '{table.TableName}' has no row with id {string.Join(", ", ids)}.") { Table = table.TableName };
}
