using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Http;

/// <summary>Which web pages may call from other origins: those configured; in Development, where none is, those on localhost.</summary>
internal sealed class AllowedOrigins(IOptions<PodOptions> options, IHostEnvironment environment)
{
    private const string Any = "*";

    // What clients of Serverpod and of Pod send.
    private const string Headers =
        "Content-Type, Authorization, Accept, User-Agent, X-Requested-With, x-serverpod-auth-mode, x-serverpod-base-path, x-pod-contract, traceparent";

    private readonly HashSet<string> _origins = new(options.Value.Cors.AllowedOrigins.Where(static origin => !string.IsNullOrEmpty(origin)), StringComparer.OrdinalIgnoreCase);
    private readonly bool _isDevelopment = environment.IsDevelopment();

    /// <summary>Whether a browser asks on behalf of a page of another origin before it sends the page's request.</summary>
    public static bool IsPreflight(HttpRequest request)
        => HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Puts the answer to a page of another origin around a handler.</summary>
    public RequestDelegate Around(RequestDelegate handler) => context =>
    {
        if (context.Request.Headers.Origin.Count > 0)
        {
            Answer(context);
        }

        return handler(context);
    };

    /// <summary>Whether a WebSocket's handshake comes from a page that must not connect. Browsers ask nobody before it.</summary>
    public bool Refuses(HttpContext context)
        => _origins.Count > 0 && context.Request.Headers.Origin is [{ Length: > 0 } origin, ..] && !Allows(origin);

    private void Answer(HttpContext context)
    {
        var headers = context.Response.Headers;
        var origin = context.Request.Headers.Origin.ToString();
        headers.Append("Vary", "Origin");
        if (!Allows(origin))
        {
            return;
        }

        headers.AccessControlAllowOrigin = _origins.Contains(Any) ? Any : origin;
        if (IsPreflight(context.Request))
        {
            headers.AccessControlAllowMethods = HttpMethods.Post;
            headers.AccessControlAllowHeaders = Headers;
            headers.AccessControlMaxAge = "7200";
        }
        else
        {
            headers.AccessControlExposeHeaders = "x-pod-session-id, Retry-After";
        }
    }

    private bool Allows(string origin)
        => _origins.Contains(Any) || _origins.Contains(origin)
            || (_isDevelopment && _origins.Count == 0 && Uri.TryCreate(origin, UriKind.Absolute, out var url)
                && (url.IsLoopback || url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)));
}
