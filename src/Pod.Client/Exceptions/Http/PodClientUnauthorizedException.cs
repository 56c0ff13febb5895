using System.Net;

namespace Pod.Client;

/// <summary>The call needs a signed-in user.</summary>
public sealed class PodClientUnauthorizedException : PodClientHttpException
{
    internal PodClientUnauthorizedException(string call, string body, string? sessionId)
        : base(HttpStatusCode.Unauthorized, call, body, sessionId)
    {
    }
}
