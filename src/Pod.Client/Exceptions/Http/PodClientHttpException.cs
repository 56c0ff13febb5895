using System.Net;

namespace Pod.Client;

/// <summary>The server answered with a status that is no success. Its own kind for the usual ones.</summary>
public class PodClientHttpException : PodClientException
{
    internal PodClientHttpException(HttpStatusCode statusCode, string call, string body, string? sessionId)
        : base(Describe(statusCode, call, body), null)
    {
        StatusCode = statusCode;
        Body = body;
        SessionId = sessionId;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The answer's text, meant for people. Empty for calls over the stream socket.</summary>
    public string Body { get; }

    /// <summary>The server's id of the session, with which its log can be searched.</summary>
    public string? SessionId { get; }

    private static string Describe(HttpStatusCode statusCode, string call, string body)
        => $"{call}: the server answered {(int)statusCode}{(body.Length == 0 ? "." : $": {body}")}";
}
