namespace Pod.Testing;

/// <summary>The server refused a call before its method ran: an argument does not fit, or the request is too large.</summary>
public sealed class PodCallRefusedException : PodTestException
{
    internal PodCallRefusedException(string endpoint, string method, int status, string answer)
        : base($"'{endpoint}.{method}' was refused with {status}: {answer}") => Status = status;

    /// <summary>The status over HTTP.</summary>
    public int Status { get; }
}
