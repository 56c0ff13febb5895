using System.Diagnostics;

namespace Pod.Client.Diagnostics;

/// <summary>One call from its start to its end: its activity, its measures, and what the application wants to be told.</summary>
internal sealed class CallObservation : IDisposable
{
    private readonly PodClientOptions _options;
    private readonly string _endpoint;
    private readonly string _method;
    private readonly ReadOnlyMemory<byte> _arguments;
    private readonly Activity? _activity;
    private readonly long _startedAt;
    private Exception? _failure;

    private CallObservation(PodClient client, string endpoint, string method, ReadOnlyMemory<byte> arguments, Activity? activity)
    {
        _options = client.Options;
        _endpoint = endpoint;
        _method = method;
        _arguments = arguments;
        _activity = activity;
        _startedAt = _options.TimeProvider.GetTimestamp();
    }

    /// <summary>Gives what connects the server's trace with this call.</summary>
    public string? TraceParent => (_activity ?? Activity.Current)?.Id;

    // Tag names: OpenTelemetry's semantic conventions for remote procedure calls.
    public static CallObservation Start(PodClient client, string endpoint, string method, ReadOnlyMemory<byte> arguments)
    {
        var activity = ClientTelemetry.Activities.StartActivity($"{endpoint}/{method}", ActivityKind.Client);
        activity?.SetTag("rpc.system", "pod");
        activity?.SetTag("rpc.service", endpoint);
        activity?.SetTag("rpc.method", method);
        activity?.SetTag("server.address", client.ServerUrl.Host);
        return new CallObservation(client, endpoint, method, arguments, activity);
    }

    public void Fail(Exception failure) => _failure = failure;

    public void Dispose()
    {
        var duration = _options.TimeProvider.GetElapsedTime(_startedAt);
        var tags = new TagList { { "rpc.service", _endpoint }, { "rpc.method", _method } };
        if (_failure is not null)
        {
            var error = _failure.GetType().Name;
            tags.Add("error.type", error);
            _activity?.SetTag("error.type", error);
            _activity?.SetStatus(ActivityStatusCode.Error, _failure.Message);
            ClientTelemetry.Failures.Add(1, tags);
        }

        ClientTelemetry.Duration.Record(duration.TotalSeconds, tags);
        _activity?.Dispose();
        (_failure is null ? _options.OnSucceeded : _options.OnFailed)?.Invoke(new PodClientCall(_endpoint, _method, _arguments, duration, _failure));
    }
}
