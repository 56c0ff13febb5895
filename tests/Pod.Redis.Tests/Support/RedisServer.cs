using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pod.Redis.Tests.Support;

/// <summary>A real Redis on a free port of the loopback interface. It can be killed and started again, with what it had written or without.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("pod-redis-").FullName;
    private Process? _process;

    public int Port { get; } = FreePort();

    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Makes a server that is not started.</summary>
    public static RedisServer Stopped() => new();

    public static async Task<RedisServer> StartedAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    public Task InitializeAsync() => StartAsync();

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server",
            [
                "--bind", "127.0.0.1", "--port", $"{Port}", "--dir", _folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
                "--loglevel", "warning",
            ]) { RedirectStandardOutput = true })!;
        var started = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_process.HasExited)
            {
                Assert.Fail("redis-server ended: " + await _process.StandardOutput.ReadToEndAsync());
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "redis-server does not answer.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>Ends Redis as a power failure would.</summary>
    public async Task KillAsync(bool losesData = false)
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        _process.Dispose();
        _process = null;
        if (losesData)
        {
            foreach (var written in Directory.EnumerateDirectories(_folder))
            {
                Directory.Delete(written, recursive: true);
            }
        }
    }

    public async Task DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[64];
            var length = await stream.ReadAsync(answer);
            return Encoding.ASCII.GetString(answer, 0, length).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
