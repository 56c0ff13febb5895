using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Tests.Messages;

/// <summary>The same between two servers of one application, of which the first posts and the second listens.</summary>
public abstract class BackplaneConformance : MessageConformance
{
    private protected TestHost First { get; private set; } = null!;

    private protected TestHost Second { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        First = await StartServerAsync();
        Second = await StartServerAsync();
        Poster = await SessionAsync(First);
        Listener = await SessionAsync(Second);
    }

    public override async Task DisposeAsync()
    {
        await Poster.DisposeAsync();
        await Listener.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    private protected static Task<InternalSession> SessionAsync(TestHost host) => host.Services.GetRequiredService<ISessionFactory>().CreateAsync();

    private protected abstract Task<TestHost> StartServerAsync();
}
