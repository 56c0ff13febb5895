using System.Net;

namespace Pod.Client;

/// <summary>There is no such endpoint, or for streams no such method.</summary>
public sealed class PodClientNotFoundException : PodClientHttpException
{
    internal PodClientNotFoundException(string call, string body, string? sessionId)
        : base(HttpStatusCode.NotFound, call, body, sessionId)
    {
    }
}
