using Chat.Client;
using Pod.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Clients;

/// <summary>A server that goes away in the middle of a stream: a typed exception, never a hang.</summary>
public sealed class LostServerTests : IAsyncLifetime
{
    private readonly ServerFolder _folder = new();

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task The_generated_client_throws(string signal)
    {
        await using var server = await ChatServer.StartAsync(_folder);
        await using var client = new ChatClient(server.Address);
        var channel = await client.Channel.CreateAsync("doomed");
        await using var watching = client.Message.WatchAsync(channel.Id).GetAsyncEnumerator();
        var first = watching.MoveNextAsync().AsTask();
        await Machine.RepeatUntilAsync(() => client.Message.PostAsync(channel.Id, "ada", "hello"), first);

        await server.Run.SignalAsync(signal);

        // Probes that were posted before the first one arrived may still come.
        await Assert.ThrowsAnyAsync<PodClientStreamException>(async () =>
        {
            while (await watching.MoveNextAsync().AsTask().WaitAsync(Machine.Patience, TimeProvider.System))
            {
            }
        });
        await server.Run.WaitForExitAsync();
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task The_console_says_so_in_one_line(string signal)
    {
        await using var server = await ChatServer.StartAsync(_folder);
        await using var client = new ChatClient(server.Address);
        var channel = await client.Channel.CreateAsync("doomed");
        await using var console = ChatConsole.Start(server.Address, "watch", $"{channel.Id}");
        var first = console.WaitForLineAsync(static line => line.EndsWith("ada: hello", StringComparison.Ordinal));
        await Machine.RepeatUntilAsync(() => client.Message.PostAsync(channel.Id, "ada", "hello"), first);

        await server.Run.SignalAsync(signal);

        Assert.Equal(1, await console.WaitForExitAsync());
        Assert.Equal($"The server at {server.Address} has gone away.\n", console.Errors);
        await server.Run.WaitForExitAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();
}
