using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Http;

/// <summary>The end of the server as its calls see it: new ones are refused, running ones get some time, and then their tokens are cancelled.</summary>
internal sealed class Stopping : IDisposable
{
    /// <summary>Seconds, as the header Retry-After has them.</summary>
    public const string RetryAfter = "5";

    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _patienceEnded = new();
    private readonly CancellationTokenRegistration _asked;
    private ITimer? _timer;

    public Stopping(IHostApplicationLifetime lifetime, IOptions<PodOptions> options, TimeProvider time)
    {
        _lifetime = lifetime;
        _time = time;
        _patience = options.Value.Http.StopTimeout;
        PatienceEnded = _patienceEnded.Token;
        _asked = lifetime.ApplicationStopping.UnsafeRegister(static state => ((Stopping)state!).StartTimer(), this);
    }

    public bool HasBegun => _lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Cancelled when calls that still run have had their time.</summary>
    public CancellationToken PatienceEnded { get; }

    /// <summary>Another server will take the call.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter;
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _asked.Dispose();
        _timer?.Dispose();
        _patienceEnded.Dispose();
    }

    private void StartTimer() => _timer = _time.CreateTimer(static state => ((Stopping)state!).EndPatience(), this, _patience, Timeout.InfiniteTimeSpan);

    private void EndPatience()
    {
        try
        {
            _patienceEnded.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // Stopped in the meantime, or a callback of a method failed; the method itself reports what went wrong with it.
        }
    }
}
