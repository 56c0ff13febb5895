using Chat.Client;

namespace Pod.EndToEnd.Tests.Support;

/// <summary>One server for all tests that leave it running. Each test makes channels of its own.</summary>
public class RunningChat : IAsyncLifetime
{
    private readonly ServerFolder _folder = new();
    private ChatServer? _server;

    public Uri Address => Server.Address;

    public HttpClient Http => Server.Http;

    private ChatServer Server => _server ?? throw new InvalidOperationException("The server was not started.");

    public async Task InitializeAsync() => _server = await ChatServer.StartAsync(_folder, program: await MakeProgramAsync());

    public async Task<Channel> CreateChannelAsync()
    {
        await using var client = new ChatClient(Address);
        return await client.Channel.CreateAsync($"channel {Guid.NewGuid():N}");
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    // The program to run; null for what the build made.
    private protected virtual Task<string?> MakeProgramAsync() => Task.FromResult<string?>(null);
}
