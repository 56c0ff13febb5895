using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Streams;

namespace Pod.Runtime.Tests.Streams;

/// <summary>A server with one socket, on which frames are written and read as texts.</summary>
public abstract class StreamTestBase : IAsyncLifetime
{
    private protected Guid Call { get; } = Guid.NewGuid();

    private protected TestHost Host { get; private set; } = null!;

    private protected RawSocket Socket { get; private set; } = null!;

    private protected StreamSockets Sockets => Host.Services.GetRequiredService<StreamSockets>();

    public async Task InitializeAsync()
    {
        Host = await TestHost.StartAsync();
        Socket = await RawSocket.ConnectAsync(Host);
    }

    public async Task DisposeAsync()
    {
        Socket.Dispose();
        await Host.DisposeAsync();
    }
}
