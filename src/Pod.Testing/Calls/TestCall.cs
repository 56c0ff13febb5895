using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Calls;
using Pod.Runtime.Http;
using Pod.Testing.Scopes;

namespace Pod.Testing.Calls;

/// <summary>One call in process: a request that never was on a wire, through the server's own dispatch.</summary>
internal sealed class TestCall(
    PodTestScope test, KnownMethod known, string? authorization, IReadOnlyList<KeyValuePair<string, string>> headers, IServiceProvider? replacements)
{
    /// <summary>The call's session, once it has ended.</summary>
    public FinishedSession? Session { get; private set; }

    /// <summary>Runs the call.</summary>
    /// <param name="body">The arguments as JSON.</param>
    /// <param name="direct">The arguments as they are, instead of the body, and the place of the result; null for JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TestAnswer> RunAsync(byte[] body, DirectValues? direct, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The flow of execution changes inside of the task, and the caller's stays as it is.
        var running = RunInTestAsync(body, direct, stopping.Token);
        test.Track(new StartedWork(known.Name, running, Cancel));
        while (await Task.WhenAny(running, Task.Delay(test.Host.Options.LeakTimeout, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false) != running)
        {
            if (test.Time.Pending.Count > 0 && test.Database is not { IsBusy: true })
            {
                var leak = new PodTestLeakException($"'{known.Name}' waits.{test.Waiting()}");
                Cancel();
                throw leak;
            }
        }

        return await running.ConfigureAwait(false);

        void Cancel()
        {
            try
            {
                stopping.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // Ended in the meantime.
            }
        }
    }

    private async Task<TestAnswer> RunInTestAsync(byte[] body, DirectValues? direct, CancellationToken cancellationToken)
    {
        test.Enter();
        var outcome = CallOutcome.Begin();
        var answer = new MemoryStream();
        var scope = test.Host.Services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = Request(ReplacedServices.Over(scope.ServiceProvider, replacements), body, answer, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<HttpCalls>().RunAsync(context, known.Endpoint, known.Method, direct).ConfigureAwait(false);
            if (outcome.Session is { } session)
            {
                Session = new FinishedSession(session.SessionId, session.Duration, context.Response.StatusCode, context.Response.Headers, test.Log);
            }

            if (outcome.Failure is { } failure)
            {
                if (failure is CallRefusedException refused)
                {
                    throw new PodCallRefusedException(known.Endpoint.Name, known.Method.Name, refused.Status, refused.Message);
                }

                ExceptionDispatchInfo.Throw(failure);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return Read(context, answer, outcome);
        }
    }

    private DefaultHttpContext Request(IServiceProvider services, byte[] body, MemoryStream answer, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = cancellationToken };
        var request = context.Request;
        request.Method = HttpMethods.Post;
        request.Scheme = "http";
        request.Host = new HostString("localhost");
        request.Path = $"/{known.Endpoint.Name}/{known.Method.Name}";
        request.ContentType = "application/json";
        request.ContentLength = body.Length;
        request.Body = new MemoryStream(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.Append(name, value);
        }

        if (authorization is not null)
        {
            request.Headers.Authorization = authorization;
        }

        context.Response.Body = answer;
        return context;
    }

    private TestAnswer Read(DefaultHttpContext context, MemoryStream body, CallOutcome outcome)
    {
        var response = context.Response;
        switch (response.StatusCode)
        {
            case StatusCodes.Status401Unauthorized when body.Length == 0:
                throw new PodUnauthenticatedException(known.Endpoint.Name, known.Method.Name);
            case StatusCodes.Status403Forbidden when body.Length == 0:
                throw new PodMissingScopeException(known.Endpoint.Name, known.Method.Name, MissingScope.Of(known, context.RequestServices, outcome.Session!));
            case >= 400 when response.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) == true && known.Method.GetType().Name.StartsWith("CallMethod", StringComparison.Ordinal):
                throw new PodCallRefusedException(known.Endpoint.Name, known.Method.Name, response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
            default:
                return new TestAnswer(response.StatusCode, response.ContentType, body.ToArray());
        }
    }
}
