namespace Pod.Runtime.Distribution;

/// <summary>A backplane cannot send now.</summary>
internal sealed class BackplaneException(string message, Exception? innerException = null) : Exception(message, innerException);
