using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pod.Runtime.Calls;

namespace Pod.Runtime.Http;

/// <summary>The content type of a call's body. A page of another origin cannot send it without asking first, unlike that of a form.</summary>
internal static class JsonContentType
{
    private const string Json = "application/json";

    /// <exception cref="CallRefusedException">There is a body, and it is something else.</exception>
    public static void Demand(HttpRequest request, int length)
    {
        if (length > 0 && !IsJson(request.ContentType))
        {
            throw new CallRefusedException(StatusCodes.Status415UnsupportedMediaType, "The body of a call must be application/json.");
        }
    }

    // What nearly everybody sends, letter by letter, needs no taking apart.
    private static bool IsJson(string? contentType)
        => contentType is Json or "application/json; charset=utf-8"
            || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase));
}
