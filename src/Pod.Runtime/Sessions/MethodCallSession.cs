using Microsoft.AspNetCore.Http;

namespace Pod.Runtime;

/// <summary>The session of one HTTP call. It ends after the response is written.</summary>
public sealed class MethodCallSession : HttpSession
{
    internal MethodCallSession(HttpContext httpContext, string endpoint, string method)
        : base(httpContext, endpoint, method)
    {
    }
}
