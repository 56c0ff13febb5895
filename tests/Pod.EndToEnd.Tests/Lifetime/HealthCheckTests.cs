using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Lifetime;

/// <summary><c>--healthcheck</c>: the program asks the server that runs, as the health check of its container.</summary>
public sealed class HealthCheckTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> OfOneName = new() { ["AllowedHosts"] = "*.example.org" };

    private readonly ServerFolder _folder = new();
    private readonly ServerFolder _otherFolder = new();

    [Fact]
    public async Task A_server_that_takes_calls_is_healthy_and_nothing_else_is_started_to_find_out()
    {
        await using var server = await ChatServer.StartAsync(_folder);

        await using var probe = ChatServer.Launch(_otherFolder, arguments: ["--healthcheck", "--urls", $"{server.Address}"]);

        Assert.Equal(0, await probe.WaitForExitAsync());
        Assert.Equal($"{server.Address}readyz answers: Healthy\n", probe.Output);
        Assert.Equal("", probe.Errors);
        Assert.False(Directory.Exists(Path.Combine(_otherFolder.Root, ".pod")));
    }

    [Fact]
    public async Task A_server_that_answers_to_its_public_name_only_is_asked_under_it()
    {
        await using var server = ChatServer.Launch(_folder, settings: OfOneName);
        var ready = await server.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal));
        var port = new Uri(ready[ready.IndexOf("http://", StringComparison.Ordinal)..].Split(". ")[0]).Port;

        await using var named = ChatServer.Launch(_otherFolder, port, OfOneName, arguments: ["--healthcheck"]);
        await using var unnamed = ChatServer.Launch(_otherFolder, port, arguments: ["--healthcheck"]);

        Assert.Equal((0, 1), (await named.WaitForExitAsync(), await unnamed.WaitForExitAsync()));
        Assert.Contains("answers 400", unnamed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_not_healthy()
    {
        int port;
        await using (var server = await ChatServer.StartAsync(_folder))
        {
            port = server.Address.Port;
            await server.StopAsync();
        }

        await using var probe = ChatServer.Launch(_otherFolder, port, arguments: ["--healthcheck"]);

        Assert.Equal(1, await probe.WaitForExitAsync());
        Assert.StartsWith($"The server is not ready: http://127.0.0.1:{port}/readyz does not answer: ", probe.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", probe.Errors, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _otherFolder.DisposeAsync();
    }
}
