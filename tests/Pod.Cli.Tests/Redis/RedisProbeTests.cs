using System.Net.Sockets;
using Pod.Cli.Redis;
using Pod.Redis.Tests.Support;

namespace Pod.Cli.Tests.Redis;

/// <summary>Questions to a real Redis.</summary>
public sealed class RedisProbeTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private RedisAddress Address => new("127.0.0.1", redis.Port, User: null, Password: null, IsEncrypted: false);

    [Fact]
    public async Task It_says_its_version_and_its_time()
    {
        var answer = await AskAsync(Address);

        // Redis server v=7.0.15 sha=…
        var version = await Command.RunAsync("redis-server", "/", "--version");
        Assert.Null(answer.Problem);
        Assert.Contains($"v={answer.Version} ", version.Output, StringComparison.Ordinal);
        Assert.InRange((TimeProvider.System.GetUtcNow() - answer.Time).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task It_wants_its_password()
    {
        using var client = new TcpClient("127.0.0.1", redis.Port);
        using var owner = new RedisConversation(client.GetStream());
        await owner.AskAsync(CancellationToken.None, "CONFIG", "SET", "requirepass", "sécret");
        try
        {
            Assert.StartsWith("NOAUTH", (await AskAsync(Address)).Problem, StringComparison.Ordinal);
            Assert.StartsWith("WRONGPASS", (await AskAsync(Address with { Password = "guessed" })).Problem, StringComparison.Ordinal);
            Assert.Null((await AskAsync(Address with { Password = "sécret" })).Problem);
            Assert.Null((await AskAsync(Address with { User = "default", Password = "sécret" })).Problem);
        }
        finally
        {
            await owner.AskAsync(CancellationToken.None, "CONFIG", "SET", "requirepass", "");
        }
    }

    [Fact]
    public async Task One_that_is_not_there_is_a_problem()
    {
        var stopped = RedisServer.Stopped();

        var answer = await AskAsync(Address with { Port = stopped.Port });

        await stopped.DisposeAsync();
        Assert.NotNull(answer.Problem);
    }

    [Fact]
    public async Task One_that_speaks_no_TLS_is_a_problem() => Assert.NotNull((await AskAsync(Address with { IsEncrypted = true })).Problem);

    private static Task<RedisAnswer> AskAsync(RedisAddress address) => RedisProbe.AskAsync(address, TimeProvider.System, CancellationToken.None);
}
