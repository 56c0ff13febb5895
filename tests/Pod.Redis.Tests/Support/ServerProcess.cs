namespace Pod.Redis.Tests.Support;

/// <summary>The test application as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly ProgramRun _run;
    private readonly HttpClient _http;

    private ServerProcess(ProgramRun run, Uri address)
    {
        _run = run;
        Address = address;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    /// <summary>Starts a server and waits until it has reached Redis.</summary>
    public static async Task<ServerProcess> StartAsync(RedisServer redis)
    {
        var run = ProgramRun.Start("dotnet", [Program, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__cache"] = redis.ConnectionString,
            // On a busy machine, half a second is soon over.
            ["Pod__Redis__OperationTimeout"] = "00:00:20",
        });
        var server = new ServerProcess(run, await run.WaitForAddressAsync());
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var answer = await server._http.GetAsync(new Uri("/readyz", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            },
            "the server has reached Redis");
        return server;
    }

    public async Task<string> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _run.DisposeAsync();
    }

    // The output folders of the test projects are neighbours: tests/<project>/bin/<configuration>/<framework>/.
    private static string Program => AppContext.BaseDirectory.Replace("Pod.Redis.Tests", "Pod.Redis.TestApp", StringComparison.Ordinal) + "Pod.Redis.TestApp.dll";
}
