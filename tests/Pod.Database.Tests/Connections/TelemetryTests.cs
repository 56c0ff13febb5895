using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class TelemetryTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task Statements_are_activities_without_values()
    {
        using var recorder = new StatementRecorder();
        await Channel.Db.FindAsync(chat.Session, t => t.Name == "secret", limit: 10);
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal("SELECT channel", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal("postgresql", activity.GetTagItem("db.system.name"));
        Assert.Equal("channel", activity.GetTagItem("db.collection.name"));
        Assert.Equal(
            """SELECT t0."id", t0."name", t0."kind", t0."topics", t0."createdAt", t0."ownerId" FROM "channel" AS t0 WHERE t0."name" = $1 LIMIT 10""",
            activity.GetTagItem("db.query.text"));
        Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failures_are_marked()
    {
        using var recorder = new StatementRecorder();
        await Assert.ThrowsAsync<CheckViolationException>(() => chat.AddChannelAsync("forbidden"));
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal(SqlStates.CheckViolation, activity.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Durations_are_measured()
    {
        var measured = new List<(double Value, string? Operation)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Pod.Database")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            lock (measured)
            {
                measured.Add((value, (string?)tags.ToArray().First(tag => tag.Key == "db.operation.name").Value));
            }
        });
        listener.Start();
        await Channel.Db.CountAsync(chat.Session);
        var (value, operation) = Assert.Single(measured);
        Assert.Equal("SELECT", operation);
        Assert.InRange(value, 0, 60);
    }
}
