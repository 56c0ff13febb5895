namespace Pod.Database.Sessions;

/// <summary>A transaction that only reads and sees the rows of one moment until it is disposed.</summary>
internal sealed class SnapshotScope : IAsyncDisposable
{
    private readonly TransactionConnection _connection;

    private SnapshotScope(PodDatabase database, TransactionConnection connection)
    {
        _connection = connection;
        Transaction = new Transaction(database, connection);
    }

    public static TransactionOptions Options { get; } = new() { IsolationLevel = IsolationLevel.RepeatableRead, ReadOnly = true };

    public Transaction Transaction { get; }

    public static async Task<SnapshotScope> BeginAsync(IDatabaseSession session, CancellationToken cancellationToken)
    {
        session.Database.Warnings?.UseOf(session);
        return new(session.Database, await TransactionConnection.BeginAsync(session.Database, Options, cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.EndAsync().ConfigureAwait(false);
        await _connection.RollbackAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
