using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Pod.Benchmarks.Rpc;

namespace Pod.Benchmarks.Startup;

/// <summary>What one start cost.</summary>
/// <param name="Elapsed">Milliseconds until the first answer, which has asked the database.</param>
/// <param name="Processor">Milliseconds that the threads of the process had been running by then.</param>
/// <param name="Memory">Megabytes of the process in memory, some calls later, at rest.</param>
/// <param name="Answer">What it answered.</param>
internal sealed record StartupRun(double Elapsed, double Processor, double Memory, string Answer)
{
    private const double Kilobytes = 1024;
    private const int CallsBeforeRest = 20;

    // A tick of the kernel's clock for processes.
    private const double Tick = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<StartupRun> TakeAsync(StartupContender contender, string connectionString, Func<RpcConnection, Task>? visit = null)
    {
        var port = FreePort();
        var command = contender.Command(port);
        command.Environment["ConnectionStrings__poddb"] = connectionString;
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        command.RedirectStandardOutput = true;
        var begun = Stopwatch.GetTimestamp();
        using var server = Process.Start(command)!;
        try
        {
            var request = RpcConnection.Request("/channel/list", "{}");
            using var connection = await ConnectAsync(server, port, begun);
            var answer = Encoding.UTF8.GetString((await connection.CallAsync(request)).Span);
            var elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            var processor = ProcessorOf(server);
            for (var i = 0; i < CallsBeforeRest; i++)
            {
                await connection.CallAsync(request);
            }

            await (visit?.Invoke(connection) ?? Task.CompletedTask);
            await Task.Delay(500);
            server.Refresh();
            return new StartupRun(elapsed, processor, server.WorkingSet64 / Kilobytes / Kilobytes, answer);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<RpcConnection> ConnectAsync(Process server, int port, long begun)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        while (true)
        {
            try
            {
                return await RpcConnection.OpenAsync(address);
            }
            catch (SocketException) when (!server.HasExited && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(1);
            }
        }
    }

    private static double ProcessorOf(Process server)
    {
        var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{server.Id}/stat"));
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * Tick;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
