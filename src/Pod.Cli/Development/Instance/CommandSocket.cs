using System.Net.Sockets;
using System.Text.Json;
using Pod.Cli.Development.Requests;

namespace Pod.Cli.Development.Instance;

/// <summary>
/// Takes commands from programs of the same user: a line with a command's word, or <c>status</c>, is answered with a line of JSON once it was carried out.
/// </summary>
internal sealed class CommandSocket : IAsyncDisposable
{
    private readonly InstanceFolder _folder;
    private readonly LoopInbox _inbox;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private CommandSocket(InstanceFolder folder, LoopInbox inbox)
    {
        _folder = folder;
        _inbox = inbox;
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(folder.Socket));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Opens the socket. Only to be used under the instance's lock.</summary>
    public static CommandSocket Open(InstanceFolder folder, LoopInbox inbox) => new(folder, inbox);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
        File.Delete(_folder.Socket);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The loop ends.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream);
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                await writer.WriteLineAsync(await AnswerAsync(line.Trim()));
                await writer.FlushAsync(_stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client is gone, or the loop ends.
        }
    }

    private async Task<string> AnswerAsync(string word)
    {
        if (word == "status")
        {
            return JsonSerializer.Serialize(InstanceRecord.Read(_folder), JsonSerializerOptions.Web);
        }

        var answer = LoopCommand.OfWord(word) is { } command
            ? await _inbox.AskAsync(command)
            : new LoopAnswer(Ok: false, $"'{word}' is no command. Commands: status, {string.Join(", ", LoopCommand.All.Select(static known => known.Word))}.");
        return JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
    }
}
