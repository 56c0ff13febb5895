namespace Pod.Testing;

/// <summary>Two tests want one row, or one unique value. Both get this exception.</summary>
public sealed class PodTestLockException : PodTestException
{
    internal PodTestLockException(string message)
        : base(message)
    {
    }
}
