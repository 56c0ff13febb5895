namespace Pod.Testing;

/// <summary>Code under test wanted to leave the transaction that undoes its changes. Another isolation lets it.</summary>
public sealed class PodTestIsolationException : PodTestException
{
    internal PodTestIsolationException(string message)
        : base(message)
    {
    }
}
