namespace Pod.Runtime.Calls;

/// <summary>A call cannot be started. Internal, so that no application code can make its own failures look like the caller's.</summary>
internal sealed class CallRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
