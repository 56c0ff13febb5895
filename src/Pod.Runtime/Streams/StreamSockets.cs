using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Http;

namespace Pod.Runtime.Streams;

/// <summary>All stream sockets of this server.</summary>
internal sealed class StreamSockets(StreamServices services, AllowedOrigins origins, Stopping stopping, IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<StreamSocket, bool> _open = new();
    private int _accepted;

    public int SocketCount => _open.Count;

    public int CallCount => _open.Keys.Sum(static socket => socket.CallCount);

    /// <summary>How many sockets there have been.</summary>
    public int AcceptedCount => _accepted;

    public async Task RunAsync(HttpContext context)
    {
        if (stopping.HasBegun)
        {
            await Stopping.RefuseAsync(context).ConfigureAwait(false);
            return;
        }

        if (origins.Refuses(context))
        {
            await TextResponse.WriteAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not open streams.").ConfigureAwait(false);
            return;
        }

        if (await WebSocketHandshake.AcceptAsync(context).ConfigureAwait(false) is not { } accepted)
        {
            return;
        }

        using var socket = new StreamSocket(accepted.Socket, accepted.Transport, context.Abort, services);
        Interlocked.Increment(ref _accepted);
        _open[socket] = true;
        services.Logger.SocketOpened(socket.Id);
        using var registration = lifetime.ApplicationStopping.UnsafeRegister(static state => _ = ((StreamSocket)state!).StopAsync(), socket);
        try
        {
            await socket.RunAsync(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            _open.TryRemove(socket, out _);
            services.Logger.SocketClosed(socket.Id);
        }
    }
}
