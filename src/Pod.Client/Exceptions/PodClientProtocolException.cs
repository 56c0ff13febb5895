using Pod.Protocol;

namespace Pod.Client;

/// <summary>The server's answer cannot be decoded; client and server were probably made from different versions of the models.</summary>
public sealed class PodClientProtocolException : PodClientException
{
    internal PodClientProtocolException(string what, PodJsonException cause)
        : base($"{what} cannot be decoded. {cause.Message}", cause) => Path = cause.Path;

    /// <summary>The place in the JSON of the answer, such as <c>$.items[3].name</c>.</summary>
    public string? Path { get; }
}
