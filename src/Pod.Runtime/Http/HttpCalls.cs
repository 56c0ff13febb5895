using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Runtime.Access;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Http;

/// <summary>Runs calls that come by HTTP: body, session, method, response.</summary>
internal sealed class HttpCalls(
    IOptions<PodOptions> options, CallAccess access, CallFilters filters, CallFailures failures, IHostEnvironment environment,
    Stopping stopping)
{
    private readonly long _maxRequestSize = options.Value.MaxRequestSize;
    private readonly bool _isDevelopment = environment.IsDevelopment();

    public Task RunAsync(HttpContext context, EndpointDescriptor endpoint, EndpointMethod method) => RunAsync(context, endpoint, method, direct: null);

    /// <param name="context">The request.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="method">The method.</param>
    /// <param name="direct">What replaces the body and takes the result; null for JSON.</param>
    public async Task RunAsync(HttpContext context, EndpointDescriptor endpoint, EndpointMethod method, DirectValues? direct)
    {
        if (stopping.HasBegun)
        {
            await Stopping.RefuseAsync(context).ConfigureAwait(false);
            return;
        }

        if (method.IsStreaming)
        {
            await TextResponse.WriteAsync(
                context, StatusCodes.Status400BadRequest,
                $"Method '{method.Name}' of endpoint '{endpoint.Name}' is streaming; call it over the WebSocket v1/websocket.").ConfigureAwait(false);
            return;
        }

        var session = new MethodCallSession(context, endpoint.Name, method.Name);
        await using (session.ConfigureAwait(false))
        {
            context.Response.Headers["x-pod-session-id"] = session.SessionId.ToString();
            if (_isDevelopment)
            {
                ReportTime(context.Response, session);
            }

            await RunAsync(context, session, endpoint, method, direct).ConfigureAwait(false);
            RuntimeActivities.Describe(context, session);
        }
    }

    /// <summary>The form of a call that names only the endpoint in its path.</summary>
    public async Task RunNamedInBodyAsync(HttpContext context, EndpointDescriptor endpoint)
    {
        try
        {
            var name = context.Request.Query["method"].ToString();
            if (name.Length == 0)
            {
                name = await ReadMethodNameAsync(context, endpoint).ConfigureAwait(false);
            }

            if (name is { Length: > 0 } && endpoint.Find(name) is { } method)
            {
                await RunAsync(context, endpoint, method).ConfigureAwait(false);
                return;
            }

            await UnknownMethodAsync(context, endpoint, name ?? "").ConfigureAwait(false);
        }
        catch (CallRefusedException e)
        {
            await TextResponse.WriteAsync(context, e.Status, e.Message).ConfigureAwait(false);
        }
    }

    public static Task UnknownMethodAsync(HttpContext context, EndpointDescriptor endpoint, string method)
        => TextResponse.WriteAsync(
            context, StatusCodes.Status400BadRequest,
            method.Length == 0
                ? $"No method of endpoint '{endpoint.Name}' is named."
                : $"Endpoint '{endpoint.Name}' has no method {TextResponse.Quote(method)}.");

    // The session may be closed by then: an answer without a body starts last of all.
    private static void ReportTime(HttpResponse response, MethodCallSession session) => response.OnStarting(() =>
    {
        response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"total;dur={session.Duration.TotalMilliseconds:0.###}");
        return Task.CompletedTask;
    });

    private static void RefuseAccess(HttpContext context, AccessDecision refusal)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (refusal == AccessDecision.LoginNeeded)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
    }

    // The body is read twice. Which method's limit holds is not known yet, so this time the highest one does.
    private async ValueTask<string?> ReadMethodNameAsync(HttpContext context, EndpointDescriptor endpoint)
    {
        var limit = endpoint.Methods.Select(method => method.RulesIn(endpoint).MaxRequestSize ?? _maxRequestSize).Append(_maxRequestSize).Max();
        var body = await RequestBody.PeekAsync(context, limit).ConfigureAwait(false);
        JsonContentType.Demand(context.Request, body.Length);
        return ArgumentReader.FindText(body, "method"u8);
    }

    private async Task RunAsync(HttpContext context, MethodCallSession session, EndpointDescriptor endpoint, EndpointMethod method, DirectValues? direct)
    {
        Endpoint? instance = null;
        try
        {
            if (!await access.TryAuthenticateAsync(session, context.Request.Headers.Authorization).ConfigureAwait(false))
            {
                throw new CallRefusedException(StatusCodes.Status400BadRequest, "The header Authorization is malformed. Send 'Bearer' and a token.");
            }

            instance = endpoint.Create(context.RequestServices);
            var rules = method.RulesIn(endpoint);
            if (access.Check(session, instance, rules) is not AccessDecision.Granted and var refusal)
            {
                session.Logger.CallRefused(endpoint.Name, method.Name, refusal.ToString());
                RefuseAccess(context, refusal);
                return;
            }

            using var body = await RequestBody.ReadAsync(context, rules.MaxRequestSize ?? _maxRequestSize).ConfigureAwait(false);
            JsonContentType.Demand(context.Request, body.Bytes.Length);

            var call = direct is null
                ? new PodCall(session, instance, method, body.Bytes, inputs: null)
                : new PodCall(session, instance, method, direct, inputs: null);
            await filters.RunAsync(call, method, new HttpCallOutput(context, direct)).ConfigureAwait(false);
            if (instance.LogSessions && session.Logger.IsEnabled(LogLevel.Debug))
            {
                session.Logger.CallSucceeded(endpoint.Name, method.Name, session.Duration.TotalMilliseconds);
            }
        }
        catch (CallRefusedException e)
        {
            session.Logger.CallRefused(endpoint.Name, method.Name, e.Message);
            await TextResponse.WriteAsync(context, e.Status, e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            session.Logger.CallCancelled(endpoint.Name, method.Name);
        }
        catch (OperationCanceledException) when (stopping.PatienceEnded.IsCancellationRequested && !context.Response.HasStarted)
        {
            session.Logger.CallCutShort(endpoint.Name, method.Name);
            await Stopping.RefuseAsync(context).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a method throws, the caller gets an answer and the server goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await FailAsync(context, session, instance, e).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(HttpContext context, MethodCallSession session, Endpoint? endpoint, Exception failure)
    {
        try
        {
            if (await failures.ReportAsync(session, endpoint, failure).ConfigureAwait(false) is { } model && !context.Response.HasStarted)
            {
                await new HttpCallOutput(context, direct: null).WriteModelExceptionAsync(model).ConfigureAwait(false);
                return;
            }

            await AnswerFailureAsync(context, failure).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            session.Logger.ResponseNotSent(e, session.Endpoint, session.Method);
        }
#pragma warning disable CA1031 // A model exception that cannot be encoded is a failure like any other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            session.Logger.CallFailed(e, session.Endpoint, session.Method);
            await AnswerFailureAsync(context, e).ConfigureAwait(false);
        }
    }

    private Task AnswerFailureAsync(HttpContext context, Exception failure)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer is on its way. Cutting the connection is the only way left to say that it is wrong.
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentLength = null;
        context.Response.ContentType = null;
        context.Response.Headers.CacheControl = "no-store";
        return _isDevelopment
            ? TextResponse.WriteAsync(context, StatusCodes.Status500InternalServerError, $"{failure.GetType().FullName}: {failure.Message}")
            : Task.CompletedTask;
    }
}
