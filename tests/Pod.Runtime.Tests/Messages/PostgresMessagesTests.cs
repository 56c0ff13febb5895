using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Tests.Messages;

/// <summary>Two servers of one database.</summary>
public sealed class PostgresMessagesTests(PostgresServer postgres) : BackplaneConformance, IClassFixture<PostgresServer>
{
    [Fact]
    public async Task A_server_hears_itself_once_and_large_messages_arrive_whole()
    {
        await using var own = await Poster.Messages.SubscribeAsync<Message>("room");
        await using var other = await Listener.Messages.SubscribeAsync<Message>("room");
        var random = new Random(1);
        var large = Line(1);
        large.Text = string.Concat(Enumerable.Range(0, 500_000).Select(_ => (char)random.Next('a', 'z')));
        await Poster.Messages.PostAsync("room", large, MessageScope.Global);
        await Poster.Messages.PostAsync("room", Line(2), MessageScope.Local);
        await Poster.Messages.PostAsync("room", Line(3));
        Assert.Equal([1L, 2L, 3L], (await TakeAsync(own, 3)).Select(static line => line.Id));
        var received = await TakeAsync(other, 2);
        Assert.Equal([1L, 3L], received.Select(static line => line.Id));
        Assert.Equal(large.Text, received[0].Text);
    }

    [Fact]
    public async Task A_lost_connection_is_opened_again_and_subscriptions_learn_of_the_gap()
    {
        var gap = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var subscription = await Listener.Messages.SubscribeAsync<Message>("room", new MessageSubscriptionOptions
        {
            OnGap = () =>
            {
                gap.TrySetResult();
                return Task.CompletedTask;
            },
        });
        await Poster.Messages.PostAsync("room", Line(1));
        await TakeAsync(subscription, 1);
        await using (var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE '%LISTEN%' AND pid <> pg_backend_pid()", connection);
            Assert.Equal(2L, await command.ExecuteScalarAsync());
        }

        var next = TakeAsync(subscription, 1);
        await gap.Task.WaitAsync(TestHost.Patience, TimeProvider.System);
        await Poster.Messages.PostAsync("room", Line(2));
        Assert.Equal(2, Assert.Single(await next).Id);
    }

    [Fact]
    public async Task A_revocation_reaches_the_other_server()
    {
        var revoked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Second.Services.GetRequiredService<LocalMessages>().Add("pod.revoked:ada", new Signal(revoked));
        await Poster.Messages.AuthenticationRevokedAsync("ada", new RevokedAuthId("desk"));
        await revoked.Task.WaitAsync(TestHost.Patience, TimeProvider.System);
    }

    private protected override Task<TestHost> StartServerAsync() => TestHost.StartAsync(builder =>
    {
        builder.Configuration["ConnectionStrings:poddb"] = postgres.ConnectionString;
        builder.Configuration["Pod:Messaging:Backplane"] = "Postgres";
        // On a busy machine, hundreds of messages take their time.
        builder.Configuration["Pod:Messaging:PublishTimeout"] = "00:01:00";
    });

    private sealed class Signal(TaskCompletionSource received) : IMessageReceiver
    {
        public void Receive(Protocol.IPodModel message) => received.TrySetResult();

        public void NoteGap()
        {
        }
    }
}
