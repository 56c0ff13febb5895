using System.Text;
using Pod.ServiceDefaults.Tests.Support;

namespace Pod.ServiceDefaults.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task One_trace_runs_from_the_client_through_the_endpoint_to_each_statement_and_stream()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var host = await ChatHost.StartAsync(collector.Address))
        {
            var channel = await host.Client.Channel.CreateAsync("general");
            using var stop = new CancellationTokenSource();
            await foreach (var message in host.Client.Message.WatchAsync(channel.Id, stop.Token).WithPost(() => host.Client.Message.PostAsync(channel.Id, "ada", "Hello")))
            {
                Assert.Equal("Hello", message.Text);
                break;
            }

            using var http = new HttpClient { BaseAddress = host.Address };
            Assert.Equal("Healthy", await http.GetStringAsync("health"));
        }

        var spans = collector.Spans;
        Assert.All(spans, static span => Assert.Equal("chat", span.Service));
        var post = spans.First(static span => span is { Source: "Pod.Runtime", Name: "message/post" });
        Assert.Equal(("pod", "message", "post"), (post.Tags["rpc.system"], post.Tags["rpc.service"], post.Tags["rpc.method"]));
        var trace = spans.Where(span => span.TraceId == post.TraceId).ToList();
        var chain = Ancestors(post, trace);
        Assert.Equal(["Microsoft.AspNetCore", "System.Net.Http", "Pod.Client"], chain.Select(static span => span.Source));

        var statements = trace.Where(static span => span.Source == "Pod.Database").ToList();
        Assert.Contains(statements, static span => span.Tags.GetValueOrDefault("db.collection.name") == "message" && span.Tags.GetValueOrDefault("db.operation.name") == "INSERT");
        Assert.All(statements, statement =>
        {
            Assert.Contains(post, Ancestors(statement, trace));
            Assert.Equal("postgresql", statement.Tags["db.system.name"]);
        });

        var watch = Assert.Single(spans, static span => span is { Source: "Pod.Runtime", Name: "message/watch" });
        Assert.Contains(spans, span => span.TraceId == watch.TraceId && span.Source == "Pod.Client");
        Assert.Contains(spans, span => span.ParentId == watch.Id && span.Source == "Pod.Database");
        Assert.DoesNotContain(spans, static span => span.Tags.GetValueOrDefault("url.path") == "/health");
        Assert.NotEmpty(collector.Bodies("/v1/metrics"));
        Assert.Contains(collector.Bodies("/v1/logs"), static body => Encoding.UTF8.GetString(body).Contains("Pod.Runtime", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_say_what_they_were()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var host = await ChatHost.StartAsync(collector.Address))
        {
            await host.Client.Channel.ListAsync();
        }

        var request = Assert.Single(collector.Spans, static span => span is { Source: "Microsoft.AspNetCore", Name: "channel/list" });
        Assert.Equal(("POST", "/channel/list", "200"), (request.Tags["http.request.method"], request.Tags["url.path"], request.Tags["http.response.status_code"]));
        Assert.Matches("^[0-9a-f]{16,64}$", request.Tags["pod.client.contract"]);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_sent_and_calls_work()
    {
        await using var host = await ChatHost.StartAsync(collector: null);

        Assert.Empty(await host.Client.Channel.ListAsync());
    }

    private static List<ReceivedSpan> Ancestors(ReceivedSpan span, List<ReceivedSpan> trace)
    {
        var ancestors = new List<ReceivedSpan>();
        while (trace.Find(candidate => candidate.Id == span.ParentId) is { } parent)
        {
            ancestors.Add(parent);
            span = parent;
        }

        return ancestors;
    }
}
