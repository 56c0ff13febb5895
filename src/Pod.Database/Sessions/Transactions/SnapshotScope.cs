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

    // Not READ ONLY: it would cost a round trip of its own, and only selects of Pod run in it.
    public static TransactionOptions Options { get; } = new() { IsolationLevel = IsolationLevel.RepeatableRead };

    public Transaction Transaction { get; }

    public static async Task<SnapshotScope> BeginAsync(IDatabaseSession session, CancellationToken cancellationToken)
    {
        session.Database.Warnings?.UseOf(session);
        var connection = await TransactionConnection.BeginAsync(session.Database, Options, cancellationToken).ConfigureAwait(false);
        var scope = new SnapshotScope(session.Database, connection);
        try
        {
            await connection.AssignAsync(session, cancellationToken).ConfigureAwait(false);
            return scope;
        }
        catch
        {
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.EndAsync().ConfigureAwait(false);
        await _connection.RollbackAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
