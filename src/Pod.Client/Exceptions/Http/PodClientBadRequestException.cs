using System.Net;

namespace Pod.Client;

/// <summary>The server understood the call and refused it, mostly because of its arguments.</summary>
public sealed class PodClientBadRequestException : PodClientHttpException
{
    internal PodClientBadRequestException(string call, string body, string? sessionId)
        : base(HttpStatusCode.BadRequest, call, body, sessionId)
    {
    }
}
