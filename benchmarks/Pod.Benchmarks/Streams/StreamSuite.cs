using System.Globalization;
using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Rpc.Contenders;
using Pod.Benchmarks.Servers;
using Pod.Benchmarks.Streams.Contenders;

namespace Pod.Benchmarks.Streams;

/// <summary>Streams over WebSockets: loops by hand are the limit, SignalR with its JSON protocol is the peer.</summary>
internal static class StreamSuite
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(bool isQuick)
    {
        await using var socket = new StreamContender(new SocketDialect(), await ServerProcess.StartAsync(SocketStreams.Name));
        await using var signalR = new StreamContender(new SignalRDialect(), await ServerProcess.StartAsync(SignalRStreams.Name));
        await using var pod = new StreamContender(new PodDialect(), await ServerProcess.StartAsync(PodServer.Name));
        List<StreamContender> contenders = [socket, signalR, pod];
        foreach (var contender in contenders)
        {
            await contender.CheckAsync();
        }

        var table = new ContestTable();
        await table.RunAsync(new Contest("echo", [.. contenders.Select(static contender => contender.Echo)]) { WarmUp = WarmUp }, isQuick);
        await table.RunAsync(
            new Contest("push 1000 notes to one client, per note", [.. contenders.Select(static contender => contender.Push)])
            {
                Workers = 1,
                Units = StreamContender.Pushed,
                WarmUp = WarmUp,
            },
            isQuick);

        var audiences = new List<Audience>();
        foreach (var contender in contenders)
        {
            audiences.Add(await Audience.OpenAsync(contender));
        }

        await table.RunAsync(
            new Contest("one note to 1000 clients, per client", [.. audiences.Select(static audience => audience.Contestant)])
            {
                Workers = 1,
                Units = Audience.Size,
                WarmUp = WarmUp,
            },
            isQuick);
        table.Print();
        Console.WriteLine();
        PrintMemory(contenders, audiences);
        audiences.ForEach(static audience => audience.Dispose());
    }

    private static void PrintMemory(List<StreamContender> contenders, List<Audience> audiences)
    {
        var memory = new MarkdownTable("An idle connection of the server", "alive in the heap, KB", "in the process, KB");
        foreach (var (contender, audience) in contenders.Zip(audiences))
        {
            memory.Add(contender.Name, Kilobytes(audience.IdleCost.First), Kilobytes(audience.IdleCost.Second));
        }

        memory.Print();
    }

    private static string Kilobytes(double bytes) => (bytes / 1024).ToString("0.0", CultureInfo.InvariantCulture);
}
