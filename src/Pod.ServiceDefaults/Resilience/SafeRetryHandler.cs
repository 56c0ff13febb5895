using System.Net;
using Polly;
using Polly.Retry;

namespace Pod.ServiceDefaults.Resilience;

/// <summary>
/// Repeats requests that change nothing (GET, HEAD, OPTIONS) after network failures and answers that say "later", with growing waits. Other requests are
/// sent once: nobody can know whether a lost answer means that nothing happened.
/// </summary>
internal sealed class SafeRetryHandler : DelegatingHandler
{
    private const int Retries = 3;

    private static readonly HttpMethod[] Safe = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options];

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public SafeRetryHandler(TimeProvider timeProvider) => _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(500),
            ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome switch
            {
                { Exception: HttpRequestException } => true,
                { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
                _ => false,
            }),
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Safe.Contains(request.Method) && request.Content is null
            ? await _pipeline.ExecuteAsync(async token => await base.SendAsync(request, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
            : await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
