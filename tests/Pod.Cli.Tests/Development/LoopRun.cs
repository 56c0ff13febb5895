using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Pod.Cli.Development.Instance;
using Pod.Cli.Projects;

namespace Pod.Cli.Tests.Development;

/// <summary>A running <c>dotnet pod start</c> on a project.</summary>
internal sealed class LoopRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly InstanceFolder _folder;
    private readonly List<string> _lines = [];
    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly Task _reading;

    private LoopRun(SampleProject project, string[] arguments)
    {
        var server = new ServerProject(project.PathOf("My.App.Server/My.App.Server.csproj"));
        var isolated = arguments.FirstOrDefault(static argument => argument.StartsWith("--isolated=", StringComparison.Ordinal));
        _folder = new InstanceFolder(server, isolated?.Split('=')[1]);
        _process = Command.Start(project.Root, [Command.ToolPath, "start", "--project", "My.App.Server", .. arguments]);
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
    }

    public int ProcessId => _process.Id;

    /// <summary>Gets what was written so far, output and errors.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Starts the loop on a port of its own.</summary>
    public static LoopRun Start(SampleProject project, params string[] arguments) =>
        new(project, [.. arguments.Any(static argument => argument.StartsWith("--isolated", StringComparison.Ordinal)) ? Array.Empty<string>() : ["--urls", "http://127.0.0.1:0"], .. arguments]);

    /// <summary>Gets how far the lines go by now, for waits that look at later ones only.</summary>
    public int Mark() => Lines.Count;

    /// <summary>Waits for a line that contains a text.</summary>
    public async Task<string> WaitForAsync(string text, int from = 0)
    {
        var line = "";
        await UntilAsync(() => (line = Lines.Skip(from).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))) is not null, $"a line with '{text}'");
        return line!;
    }

    /// <summary>Sends a command over the socket.</summary>
    public async Task<JsonObject> AskAsync(string command)
    {
        await UntilAsync(() => File.Exists(_folder.Socket), "the socket is there");
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder.Socket), patience.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\n"), patience.Token);
        using var reader = new StreamReader(stream);
        return JsonNode.Parse((await reader.ReadLineAsync(patience.Token))!)!.AsObject();
    }

    /// <summary>Calls the server.</summary>
    /// <returns>The body of the answer; null while there is no server.</returns>
    public async Task<string?> CallAsync(string path, string body = "{}")
    {
        if (InstanceRecord.Read(_folder)?.Address is not { } address)
        {
            return null;
        }

        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await _http.PostAsync(new Uri($"{address}/{path}"), content);
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Calls until the server gives an answer.</summary>
    public async Task WaitForAnswerAsync(string path, string answer)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await CallAsync(path) is var given && given != answer)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"'{path}' answers {given}, not {answer}.\n{string.Join('\n', Lines)}");
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    public async Task SignalAsync(string signal) => Assert.Equal(0, (await Command.RunAsync("kill", "/", $"-{signal}", $"{_process.Id}")).ExitCode);

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _reading).WaitAsync(Patience, TimeProvider.System);
        return _process.ExitCode;
    }

    /// <summary>Ends the loop as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>Asks until the answer is yes.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Waited in vain until {what}.\n{string.Join('\n', Lines)}");
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("INT");
            await WaitForExitAsync();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
