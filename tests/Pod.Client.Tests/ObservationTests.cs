using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using ChatApp.Client;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using static Pod.Client.Tests.TestStreams;

namespace Pod.Client.Tests;

public sealed class ObservationTests
{
    [Fact]
    public async Task The_application_is_told_what_happened_to_each_call()
    {
        await using var host = await TestHost.StartAsync();
        var (succeeded, failed) = (new ConcurrentQueue<PodClientCall>(), new ConcurrentQueue<PodClientCall>());
        await using var client = new ChatClient(host.Url, new PodClientOptions { OnSucceeded = succeeded.Enqueue, OnFailed = failed.Enqueue });

        await client.Probe.EchoAsync("x");
        await client.Probe.CountAsync(2).ToListAsync();
        await Assert.ThrowsAsync<PodClientBadRequestException>(() => client.Probe.UnknownAsync());
        await Assert.ThrowsAsync<PodClientNotFoundException>(() => client.Probe.UnknownStreamAsync().ToListAsync());

        Assert.Equal(["probe/echo {\"text\":\"x\"} ", "probe/count {\"to\":2} "], succeeded.Select(Describe));
        Assert.Equal(["probe/unknown {} PodClientBadRequestException", "probe/unknown {} PodClientNotFoundException"], failed.Select(Describe));
    }

    [Fact]
    public async Task Traces_of_client_and_server_are_connected()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Pod.Client" or "Pod.Runtime" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.StartAsync();
        await using var client = new ChatClient(host.Url);
        using var test = new Activity("test").Start();

        await client.Probe.EchoAsync("x");
        await client.Probe.CountAsync(2).ToListAsync();

        Activity? Of(string source, string name) => activities.SingleOrDefault(activity => activity.TraceId == test.TraceId && activity.Source.Name == source && activity.DisplayName == name);
        foreach (var name in (string[])["probe/echo", "probe/count"])
        {
            await IsTrueEventuallyAsync(() => Of("Pod.Client", name) is not null && Of("Pod.Runtime", name) is not null);
            Assert.Equal((test.SpanId, ActivityKind.Client), (Of("Pod.Client", name)!.ParentSpanId, Of("Pod.Client", name)!.Kind));
        }

        Assert.Equal(Of("Pod.Client", "probe/count")!.SpanId, Of("Pod.Runtime", "probe/count")!.ParentSpanId);
    }

    [Fact]
    public async Task Durations_and_failures_are_measured()
    {
        await using var host = await TestHost.StartAsync();
        await using var client = new ChatClient(new Uri(host.Url, "measured"));
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Pod.Client")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Record<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
            => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(static tag => tag.Value))}");
        listener.SetMeasurementEventCallback<double>(Record);
        listener.SetMeasurementEventCallback<long>(Record);
        listener.Start();

        await Assert.ThrowsAsync<PodClientNotFoundException>(() => client.Probe.EchoAsync("x"));

        Assert.Contains("pod.client.call.duration probe echo PodClientNotFoundException", measured);
        Assert.Contains("pod.client.call.failures probe echo PodClientNotFoundException", measured);
    }

    [Fact]
    public async Task Every_request_names_the_contract()
    {
        var headers = new ConcurrentQueue<string>();
        await using var host = await TestHost.StartAsync(map: app => app.Use((context, next) =>
        {
            headers.Enqueue($"{context.Request.Path} {context.Request.Headers["x-pod-contract"]}");
            return next(context);
        }));
        await using var client = new ChatClient(host.Url);

        await client.Probe.EchoAsync("x");
        await client.Probe.CountAsync(1).ToListAsync();

        Assert.Equal(["/probe/echo 0123456789abcdef", "/v1/websocket 0123456789abcdef"], headers);
    }

    private static string Describe(PodClientCall call)
        => $"{call.Endpoint}/{call.Method} {Encoding.UTF8.GetString(call.Arguments.Span)} {call.Exception?.GetType().Name}";
}
