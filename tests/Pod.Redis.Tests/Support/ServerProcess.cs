using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Pod.Redis.Tests.Support;

/// <summary>The test application as a process of its own.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _http;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public Uri Address { get; }

    /// <summary>Starts a server and waits until it has reached Redis.</summary>
    public static async Task<ServerProcess> StartAsync(RedisServer redis)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__cache"] = redis.ConnectionString;
        // On a busy machine, half a second is soon over.
        start.Environment["Pod__Redis__OperationTimeout"] = "00:00:20";
        var process = Process.Start(start)!;
        var output = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }

            if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException("The server ended:\n" + output));
            }
            else if (ReadyLine().Match(line.Data) is { Success: true } ready)
            {
                address.TrySetResult(new Uri(ready.Groups[1].Value));
            }
        };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, await address.Task.WaitAsync(Patience, TimeProvider.System));
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
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        _process.Dispose();
    }

    // The output folders of the test projects are neighbours: tests/<project>/bin/<configuration>/<framework>/.
    private static string Program => AppContext.BaseDirectory.Replace("Pod.Redis.Tests", "Pod.Redis.TestApp", StringComparison.Ordinal) + "Pod.Redis.TestApp.dll";

    [GeneratedRegex(@"is ready at (http://\S+)\. ")]
    private static partial Regex ReadyLine();
}
