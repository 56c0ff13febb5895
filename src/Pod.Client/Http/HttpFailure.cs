using System.Net;
using System.Text;
using Pod.Protocol;

namespace Pod.Client.Http;

/// <summary>Turns answers that are no success into exceptions.</summary>
internal static class HttpFailure
{
    private const int LongestText = 4096;

    public static Exception From(HttpResponseMessage response, string call, byte[] body, ModelRegistry models)
    {
        if (response.StatusCode == HttpStatusCode.BadRequest
            && response.Content.Headers.ContentType?.MediaType == "application/json"
            && DecodeModel(body, models) is { } exception)
        {
            return exception;
        }

        var text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestText));
        var session = response.Headers.TryGetValues("x-pod-session-id", out var values) ? values.FirstOrDefault() : null;
        return From(response.StatusCode, call, text, session);
    }

    public static PodClientHttpException From(HttpStatusCode status, string call, string text, string? session) => status switch
    {
        HttpStatusCode.BadRequest => new PodClientBadRequestException(call, text, session),
        HttpStatusCode.Unauthorized => new PodClientUnauthorizedException(call, text, session),
        HttpStatusCode.Forbidden => new PodClientForbiddenException(call, text, session),
        HttpStatusCode.NotFound => new PodClientNotFoundException(call, text, session),
        HttpStatusCode.InternalServerError => new PodClientServerErrorException(call, text, session),
        _ => new PodClientHttpException(status, call, text, session),
    };

    public static PodModelException? DecodeModel(ReadOnlySpan<byte> json, ModelRegistry models)
    {
        try
        {
            return models.Decode(json, JsonAudience.Visible) as PodModelException;
        }
        catch (PodJsonException)
        {
            // A model that this client does not know, or no model at all.
            return null;
        }
    }
}
