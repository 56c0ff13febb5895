using System.Net;

namespace Pod.Client;

/// <summary>The signed-in user may not do this.</summary>
public sealed class PodClientForbiddenException : PodClientHttpException
{
    internal PodClientForbiddenException(string call, string body, string? sessionId)
        : base(HttpStatusCode.Forbidden, call, body, sessionId)
    {
    }
}
