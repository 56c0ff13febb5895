using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Http;

namespace Pod.Runtime;

/// <summary>A session that belongs to an HTTP request.</summary>
public abstract class HttpSession : Session
{
    private readonly HttpContext _httpContext;
    private CancellationTokenSource? _cancellation;

    private protected HttpSession(HttpContext httpContext, string endpoint, string method)
        : base(httpContext.RequestServices, endpoint, method, default) => _httpContext = httpContext;

    /// <inheritdoc/>
    // Made only now: most calls never ask.
    public override CancellationToken CancellationToken => (_cancellation ??= NewCancellation(HttpContext)).Token;

    /// <summary>The request and the response.</summary>
    public HttpContext HttpContext
    {
        get
        {
            ThrowIfClosed();
            return _httpContext;
        }
    }

    /// <summary>Sets a header of the response; responses that report an error carry it too.</summary>
    /// <exception cref="InvalidOperationException">The response has started.</exception>
    public void SetResponseHeader(string name, string value) => StartedCheck().Headers[name] = value;

    /// <summary>Sets a cookie of the response; responses that report an error carry it too.</summary>
    /// <exception cref="InvalidOperationException">The response has started.</exception>
    public void SetResponseCookie(string name, string value, CookieOptions options) => StartedCheck().Cookies.Append(name, value, options);

    private protected override ValueTask CloseAsync()
    {
        _cancellation?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static CancellationTokenSource NewCancellation(HttpContext context) => CancellationTokenSource.CreateLinkedTokenSource(
        context.RequestAborted, context.RequestServices.GetRequiredService<Stopping>().PatienceEnded);

    private HttpResponse StartedCheck() => HttpContext.Response.HasStarted
        ? throw new InvalidOperationException("The response has started; set headers and cookies before the method returns.")
        : HttpContext.Response;
}
