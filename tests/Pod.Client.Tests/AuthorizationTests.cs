using ChatApp.Client;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime;

namespace Pod.Client.Tests;

public sealed class AuthorizationTests
{
    private static Task<TestHost> StartAsync() => TestHost.StartAsync(static builder => builder.Services.AddSingleton<IPodAuthenticator, TokenAuthenticator>());

    [Fact]
    public async Task Calls_and_streams_carry_the_credentials()
    {
        await using var host = await StartAsync();
        await using var client = new ChatClient(host.Url, new PodClientOptions { AuthProvider = new Tokens("ada") });

        Assert.StartsWith("ada ", await client.Member.NameAsync(), StringComparison.Ordinal);
        Assert.Equal(7, await client.Member.WatchAsync(7).FirstAsync());
        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => client.Member.NameWithoutCredentialsAsync());
    }

    [Fact]
    public async Task Refused_calls_share_one_refresh_and_are_repeated_once()
    {
        await using var host = await StartAsync();
        var tokens = new Tokens("unknown", "ada");
        await using var client = new ChatClient(host.Url, new PodClientOptions { AuthProvider = tokens });

        var names = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Member.NameAsync()));

        Assert.All(names, static name => Assert.StartsWith("ada ", name, StringComparison.Ordinal));
        Assert.Equal(1, tokens.Refreshes);
    }

    [Fact]
    public async Task A_refused_stream_is_opened_again_after_a_refresh()
    {
        await using var host = await StartAsync();
        await using var client = new ChatClient(host.Url, new PodClientOptions { AuthProvider = new Tokens("unknown", "ada") });

        Assert.Equal(7, await client.Member.WatchAsync(7).FirstAsync());
    }

    [Fact]
    public async Task Without_new_credentials_the_caller_gets_the_refusal()
    {
        await using var host = await StartAsync();
        var tokens = new Tokens("unknown");
        await using var client = new ChatClient(host.Url, new PodClientOptions { AuthProvider = tokens });

        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => client.Member.NameAsync());
        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => client.Member.NameWithoutCredentialsAsync());
        Assert.Equal(1, tokens.Refreshes);

        var useless = new Tokens("unknown", "unknown", "ada");
        await using var other = new ChatClient(host.Url, new PodClientOptions { AuthProvider = useless });
        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => other.Member.NameAsync());
        Assert.Equal(1, useless.Refreshes);
    }

    private sealed class Tokens(params string[] tokens) : IPodRefreshingAuthProvider
    {
        private int _current;
        private int _refreshes;

        public int Refreshes => _refreshes;

        public ValueTask<string?> GetAuthorizationAsync(CancellationToken cancellationToken) => new($"Bearer {tokens[_current]}");

        public async Task<bool> RefreshAsync()
        {
            Interlocked.Increment(ref _refreshes);
            await Task.Yield();
            if (_current + 1 == tokens.Length)
            {
                return false;
            }

            _current++;
            return true;
        }
    }
}
