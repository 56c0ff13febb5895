using Pod.Database;

namespace Pod.Testing.Isolating;

/// <summary>The database of one test, and how to undo what the test does with it.</summary>
internal sealed class TestDatabase(PodDatabase database, TestTransaction? transaction, Func<ValueTask> undo) : IAsyncDisposable
{
    public PodDatabase Database => database;

    /// <summary>Whether the host's seed has to be sown here once more.</summary>
    public bool NeedsSeed { get; init; }

    public bool IsBusy => transaction is { IsBusy: true };

    /// <summary>Why the test cannot go on; null while it can.</summary>
    public PodTestLockException? Failure => transaction?.Failure;

    public ValueTask DisposeAsync() => undo();
}
