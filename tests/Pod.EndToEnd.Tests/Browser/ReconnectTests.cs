using Chat.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Browser;

/// <summary>The web page while its server is restarted.</summary>
public sealed class ReconnectTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly ServerFolder _folder = new();

    [Fact]
    public async Task A_page_comes_back_with_what_it_missed_and_nothing_twice()
    {
        await using var first = await ChatServer.StartAsync(_folder);
        var channelId = await CreateChannelAsync(first);
        await using var page = await ChatPage.OpenAsync(chromium, first.Address, channelId);
        await PostAsync(first, channelId, "before");
        await page.WaitForMessageAsync("before");

        await first.Run.KillAsync();
        await page.WaitUntilLostAsync();
        await using var second = await ChatServer.StartAsync(_folder, first.Address.Port);
        await PostAsync(second, channelId, "meanwhile");
        await page.WaitUntilLiveAsync();
        await page.WaitForMessageAsync("meanwhile");
        await PostAsync(second, channelId, "afterwards");
        await page.WaitForMessageAsync("afterwards");

        Assert.Equal(["before", "meanwhile", "afterwards"], await page.Messages.AllInnerTextsAsync());
        Assert.Equal(0, await second.StopAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();

    private static async Task<long> CreateChannelAsync(ChatServer server)
    {
        await using var client = new ChatClient(server.Address);
        return (await client.Channel.CreateAsync("restarted")).Id;
    }

    private static async Task PostAsync(ChatServer server, long channelId, string text)
    {
        await using var client = new ChatClient(server.Address);
        await client.Message.PostAsync(channelId, "ada", text);
    }
}
