using Chat.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Lifetime;

/// <summary>How the server ends, and what is there afterwards.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private readonly ServerFolder _folder = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_server_and_database_and_the_data_stays(string signal)
    {
        long id;
        await using (var server = await ChatServer.StartAsync(_folder))
        {
            id = await CreateAsync(server, "kept");
            await server.Run.SignalAsync(signal);

            Assert.Equal(0, await server.Run.WaitForExitAsync());
            Assert.Empty(Machine.ProcessesMentioning(_folder.Root));
            Assert.Equal("", server.Run.Errors);
        }

        await using var next = await ChatServer.StartAsync(_folder);
        Assert.Contains(await ListAsync(next), channel => channel.Id == id && channel.Name == "kept");
        Assert.Equal(0, await next.StopAsync());
    }

    [Fact]
    public async Task A_stream_that_is_open_does_not_hold_up_the_stop()
    {
        await using var server = await ChatServer.StartAsync(_folder);
        await using var client = new ChatClient(server.Address);
        var channelId = await CreateAsync(server, "watched");
        await using var watching = client.Message.WatchAsync(channelId).GetAsyncEnumerator();
        var first = watching.MoveNextAsync().AsTask();
        await Machine.RepeatUntilAsync(() => client.Message.PostAsync(channelId, "ada", "hello"), first);

        Assert.Equal(0, await server.StopAsync());
        Assert.Empty(Machine.ProcessesMentioning(_folder.Root));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_recovers_with_the_data()
    {
        long id;
        await using (var server = await ChatServer.StartAsync(_folder))
        {
            id = await CreateAsync(server, "survivor");
            await server.Run.KillAsync();
        }

        // At once: the database server of the killed process may still be there.
        await using var next = await ChatServer.StartAsync(_folder);
        Assert.Contains(await ListAsync(next), channel => channel.Id == id && channel.Name == "survivor");
        Assert.Equal(0, await next.StopAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();

    private static async Task<long> CreateAsync(ChatServer server, string name)
    {
        await using var client = new ChatClient(server.Address);
        return (await client.Channel.CreateAsync(name)).Id;
    }

    private static async Task<List<Channel>> ListAsync(ChatServer server)
    {
        await using var client = new ChatClient(server.Address);
        return await client.Channel.ListAsync();
    }
}
