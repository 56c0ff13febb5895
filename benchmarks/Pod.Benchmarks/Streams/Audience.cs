using System.Globalization;
using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Rpc;
using Pod.Benchmarks.Servers;

namespace Pod.Benchmarks.Streams;

/// <summary>Many clients that watch the same notes, and somebody who posts them.</summary>
internal sealed class Audience : IDisposable
{
    public const int Size = 1000;

    private readonly StreamContender _contender;
    private readonly List<StreamConnection> _watchers = [];
    private readonly RpcConnection _poster;
    private TaskCompletionSource _allHave = new();
    private int _missing;

    private Audience(StreamContender contender, RpcConnection poster)
    {
        _contender = contender;
        _poster = poster;
    }

    /// <summary>What one watcher costs the server while nothing happens, in bytes: alive in the heap, and in the process.</summary>
    public ServerUse IdleCost { get; private set; }

    public Contestant Contestant => new(_contender.Name, _ => PostAsync) { MeasureAsync = _contender.Server.CostAsync };

    public static async Task<Audience> OpenAsync(StreamContender contender)
    {
        var audience = new Audience(contender, await RpcConnection.OpenAsync(contender.Server.Address));
        var before = await contender.Server.MemoryAsync();
        for (var i = 0; i < Size; i++)
        {
            audience._watchers.Add(await StreamConnection.OpenAsync(contender.Server.Address, contender.Dialect, "watch"));
        }

        var after = await contender.Server.MemoryAsync();
        audience.IdleCost = new ServerUse((after.First - before.First) / Size, (after.Second - before.Second) / Size);
        audience._watchers.ForEach(watcher => _ = audience.WatchAsync(watcher));
        return audience;
    }

    /// <summary>Posts a note and waits until everybody has it.</summary>
    public async Task PostAsync(int number)
    {
        _allHave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _missing = Size;
        await _poster.CallAsync(RpcConnection.Request(
            "/note/post", string.Create(CultureInfo.InvariantCulture, $$$"""{"note":{"number":{{{number}}},"text":"{{{Notes.Text}}}"}}""")));
        await _allHave.Task;
    }

    public void Dispose()
    {
        _poster.Dispose();
        _watchers.ForEach(static watcher => watcher.Dispose());
    }

    private async Task WatchAsync(StreamConnection watcher)
    {
        try
        {
            while (true)
            {
                await watcher.ReceiveNotesAsync(1);
                if (Interlocked.Decrement(ref _missing) == 0)
                {
                    _allHave.SetResult();
                }
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException or System.Net.WebSockets.WebSocketException)
        {
            // The end of the contest.
        }
        catch (Exception e)
        {
            _allHave.TrySetException(e);
        }
    }
}
