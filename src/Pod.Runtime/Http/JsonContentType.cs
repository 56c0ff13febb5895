using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pod.Runtime.Http;

/// <summary>Which content types count as JSON.</summary>
internal static class JsonContentType
{
    private const string Json = "application/json";

    // What nearly everybody sends, letter by letter, needs no taking apart.
    public static bool IsAccepted(HttpRequest request)
        => request.ContentType is Json or "application/json; charset=utf-8" || IsAccepted(request.ContentType);

    // "curl -d" sends the second one unless told otherwise. Its text is taken as JSON all the same, never as form fields.
    private static bool IsAccepted(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
}
