using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Access;
using Pod.Runtime.Sessions;

namespace Pod.Runtime;

/// <summary>The session of one request to a page or route of the application. It ends after the response.</summary>
/// <remarks>A route's handler asks for it with a parameter, everything else with <see cref="OpenAsync"/>. A request has one session.</remarks>
/// <example><code>app.MapGet("/report", (WebCallSession session) => Report.CreateAsync(session));</code></example>
public sealed class WebCallSession : HttpSession
{
    private WebCallSession(HttpContext httpContext, string route)
        : base(httpContext, "web", route)
    {
    }

    /// <summary>Gives the session of a request; the first time, opens it and finds out who asks.</summary>
    /// <exception cref="BadHttpRequestException">The <c>Authorization</c> header is malformed.</exception>
    public static async ValueTask<WebCallSession> OpenAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        if (services.GetRequiredService<CurrentSession>().Session is WebCallSession open)
        {
            return open;
        }

        var route = (httpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? httpContext.Request.Path.ToString();
        var session = new WebCallSession(httpContext, route);
        httpContext.Response.RegisterForDisposeAsync(session);
        return await services.GetRequiredService<CallAccess>().TryAuthenticateAsync(session, httpContext.Request.Headers.Authorization).ConfigureAwait(false)
            ? session
            : throw new BadHttpRequestException("The header Authorization is malformed.");
    }

    /// <summary>Lets handlers of routes take the session as a parameter; ASP.NET Core calls this.</summary>
    public static async ValueTask<WebCallSession?> BindAsync(HttpContext context) => await OpenAsync(context).ConfigureAwait(false);
}
