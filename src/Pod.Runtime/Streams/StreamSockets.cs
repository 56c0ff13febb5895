using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pod.Runtime.Calls;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Sessions;

namespace Pod.Runtime.Streams;

/// <summary>All stream sockets of this server.</summary>
internal sealed class StreamSockets
{
    private readonly ConcurrentDictionary<StreamSocket, bool> _open = new();
    private readonly StreamServices _services;
    private readonly IHostApplicationLifetime _lifetime;
    private int _accepted;

    public StreamSockets(
        PodServerProtocol protocol, IOptions<PodOptions> options, CallFilters filters, IServiceScopeFactory scopes, TimeProvider time,
        SessionLogger logger, IHostApplicationLifetime lifetime)
    {
        _lifetime = lifetime;
        _services = new StreamServices(protocol, options.Value, filters, scopes, time, logger.Logger);
    }

    public int SocketCount => _open.Count;

    public int CallCount => _open.Keys.Sum(static socket => socket.CallCount);

    /// <summary>How many sockets there have been.</summary>
    public int AcceptedCount => _accepted;

    public async Task RunAsync(HttpContext context)
    {
        if (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            return;
        }

        if (await WebSocketHandshake.AcceptAsync(context).ConfigureAwait(false) is not { } accepted)
        {
            return;
        }

        using var socket = new StreamSocket(accepted.Socket, accepted.Transport, context.Abort, _services);
        Interlocked.Increment(ref _accepted);
        _open[socket] = true;
        _services.Logger.SocketOpened(socket.Id);
        using var stopping = _lifetime.ApplicationStopping.UnsafeRegister(static state => _ = ((StreamSocket)state!).StopAsync(), socket);
        try
        {
            await socket.RunAsync(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            _open.TryRemove(socket, out _);
            _services.Logger.SocketClosed(socket.Id);
        }
    }
}
