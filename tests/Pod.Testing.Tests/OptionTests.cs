using System.Collections.Concurrent;
using Helpdesk.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing.Tests;

/// <summary>What a fixture of one's own changes.</summary>
public sealed class OptionTests(OptionTests.Fixture pod) : PodTest(pod), IClassFixture<OptionTests.Fixture>
{
    [Fact]
    public async Task The_models_make_the_tables_without_migrations()
    {
        // The start has compared the database with what the code was generated for; this fixture has no migrations.
        var ticket = await Endpoints.Ticket.OpenAsync(Sessions, "Leak");
        await Comment.Db.InsertRowAsync(Session, new Comment { TicketId = ticket.Id, Text = "a" });

        Assert.True((await Session.Database.CompareSchemaAsync(new Helpdesk.Server.Protocol().Schema)).IsMatch);
        Assert.Equal([0L], await Session.Db.QueryAsync<long>($"SELECT count(*) FROM pg_tables WHERE tablename = 'pod_migrations'"));
    }

    [Theory]
    [InlineData(Isolation.Rollback)]
    [InlineData(Isolation.Database)]
    [InlineData(Isolation.None)]
    public async Task Settings_of_PostgreSQL_hold_on_every_connection(Isolation isolation)
    {
        await using var test = await Host.BeginAsync(isolation);

        Assert.Equal(
            ["7MB, 33MB"], await test.Session.Db.QueryAsync<string>($"SELECT current_setting('work_mem') || ', ' || current_setting('maintenance_work_mem')"));
    }

    [Fact]
    public async Task Exception_handlers_can_be_observed()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Endpoints.Ticket.FailAsync(Sessions));

        var (session, failure) = Assert.Single(((Fixture)Host).Seen);
        Assert.Equal("It broke.", failure.Message);
        Assert.Equal(Sessions.LastSession!.SessionId, session);
    }

    public sealed class Fixture() : PodFixture(static o =>
    {
        o.ApplyMigrations = ApplyMigrations.Models;
        o.Configure = static configuration => configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("Pod:Migrations:Folder", (string?)"no such folder"),
            KeyValuePair.Create("Pod:Database:RuntimeParameters:maintenance_work_mem", (string?)"33MB"),
        ]);
        o.RuntimeParameters["work_mem"] = "7MB";
        o.ConfigureServices = static services => services.AddSingleton<Handler>().AddSingleton<IPodExceptionHandler>(static provider => provider.GetRequiredService<Handler>());
    })
    {
        public IEnumerable<(Guid Session, Exception Failure)> Seen => Services.GetRequiredService<Handler>().Seen;
    }

    private sealed class Handler : IPodExceptionHandler
    {
        public ConcurrentQueue<(Guid Session, Exception Failure)> Seen { get; } = new();

        public ValueTask HandleAsync(Session session, Exception exception)
        {
            Seen.Enqueue((session.SessionId, exception));
            return ValueTask.CompletedTask;
        }
    }
}
