using System.Net;

namespace Pod.Client;

/// <summary>The method failed on the server.</summary>
public sealed class PodClientServerErrorException : PodClientHttpException
{
    internal PodClientServerErrorException(string call, string body, string? sessionId)
        : base(HttpStatusCode.InternalServerError, call, body, sessionId)
    {
    }
}
