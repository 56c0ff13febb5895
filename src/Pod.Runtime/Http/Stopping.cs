using Microsoft.AspNetCore.Http;

namespace Pod.Runtime.Http;

/// <summary>The answer of a server that stops: another one will take the call.</summary>
internal static class Stopping
{
    /// <summary>Seconds, as the header Retry-After has them.</summary>
    public const string RetryAfter = "5";

    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter;
        return Task.CompletedTask;
    }
}
