using Npgsql;

namespace Pod.Database.Diagnostics;

/// <summary>Counts the connections that are in use, and the transactions on them.</summary>
internal static class ConnectionMeters
{
    public static void Opened(PodDatabase database) => Count(database, 1);

    public static void Closed(PodDatabase database) => Count(database, -1);

    public static void Failed(PodDatabase database, Exception exception)
    {
        if (exception is NpgsqlException { InnerException: TimeoutException })
        {
            DatabaseInstruments.ConnectionTimeouts.Add(1, new KeyValuePair<string, object?>("db.client.connection.pool.name", database.Name));
        }
    }

    public static void TransactionEnded(PodDatabase database, bool isCommitted)
        => DatabaseInstruments.Transactions.Add(
            1,
            new KeyValuePair<string, object?>("db.namespace", database.Name),
            new KeyValuePair<string, object?>("pod.database.transaction.outcome", isCommitted ? "commit" : "rollback"));

    /// <param name="database">Where.</param>
    /// <param name="what"><c>read</c> after a lost connection, or <c>transaction</c> after a conflict with another one.</param>
    public static void Retried(PodDatabase database, string what)
        => DatabaseInstruments.Retries.Add(
            1, new KeyValuePair<string, object?>("db.namespace", database.Name), new KeyValuePair<string, object?>("pod.database.retry", what));

    private static void Count(PodDatabase database, int change)
        => DatabaseInstruments.Connections.Add(
            change,
            new KeyValuePair<string, object?>("db.client.connection.pool.name", database.Name),
            new KeyValuePair<string, object?>("db.client.connection.state", "used"));
}
