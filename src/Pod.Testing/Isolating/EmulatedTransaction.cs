using Pod.Database;

namespace Pod.Testing.Isolating;

/// <summary>A transaction of the code under test while its callback runs.</summary>
internal sealed class EmulatedTransaction(Transaction transaction)
{
    private volatile bool _isOpen = true;

    public Transaction Transaction => transaction;

    /// <summary>False once the callback has ended; work that it started and left behind has nothing to do with it any more.</summary>
    public bool IsOpen
    {
        get => _isOpen;
        set => _isOpen = value;
    }

    public RememberedParameters Parameters { get; } = new();
}
