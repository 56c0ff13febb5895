using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pod.Runtime.Http;

/// <summary>Which content types count as JSON.</summary>
internal static class JsonContentType
{
    // "curl -d" sends the second one unless told otherwise. Its text is taken as JSON all the same, never as form fields.
    public static bool IsAccepted(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
}
