using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pod.Database.Diagnostics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class TelemetryTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    private static readonly InvalidDataException Failure = new();

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
        Assert.Equal(SqlStates.CheckViolation, activity.GetTagItem("db.response.status_code"));
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

    [Fact]
    public async Task Connections_transactions_and_retries_are_counted()
    {
        await using var database = new PodDatabase(chat.ConnectionString + ";Timeout=1", new PodDatabaseOptions { MaxPoolSize = 1 });
        var session = new DatabaseSession(database);
        using var meters = new MeterRecorder();
        await session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.CountAsync(tx);
            Assert.Equal(1, meters.Sum("db.client.connection.count"));
            await Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.CountAsync(session));
        });
        await Assert.ThrowsAsync<InvalidDataException>(() => session.Db.TransactionAsync(_ => throw new InvalidDataException()));
        await session.Db.TransactionAsync(tx => tx.RollbackAsync());
        var attempts = 0;
        await session.Db.TransactionAsync(
            _ => attempts++ == 0 ? throw new DeadlockException("again") : Task.CompletedTask, new TransactionOptions { Retry = 1 });
        var process = (await session.Db.QueryAsync<int>($"SELECT pg_backend_pid()"))[0];
        await chat.ScalarAsync<bool>($"SELECT pg_terminate_backend({process}, 10000)");
        await Channel.Db.CountAsync(session);
        Assert.Equal(0, meters.Sum("db.client.connection.count"));
        Assert.Equal(1, meters.Sum("db.client.connection.timeouts"));
        Assert.Equal(2, meters.Sum("pod.database.transactions", "commit"));
        Assert.Equal(3, meters.Sum("pod.database.transactions", "rollback"));
        Assert.Equal((1, 1), (meters.Sum("pod.database.retries", "transaction"), meters.Sum("pod.database.retries", "read")));
    }

    [Fact]
    public async Task Statements_written_by_hand_have_no_table()
    {
        using var recorder = new StatementRecorder();
        await chat.Session.Db.QueryAsync($"SELECT id FROM channel WHERE name = {"secret"}");
        var activity = Assert.Single(recorder.Activities);
        Assert.Equal("SQL", activity.DisplayName);
        Assert.Null(activity.GetTagItem("db.collection.name"));
        Assert.Equal("SELECT id FROM channel WHERE name = $1", activity.GetTagItem("db.query.text"));
    }

    [Fact]
    public void Without_listeners_nothing_is_allocated()
    {
        var plan = chat.Database.Plans.Once("SELECT 1", "SELECT");
        Observe();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Observe();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Observe()
        {
            var measurement = StatementMeasurement.Begin(chat.Database, plan);
            Assert.False(measurement.WantsRows || measurement.IsIntercepted);
            measurement.Fail(Failure);
            measurement.End();
        }
    }
}
