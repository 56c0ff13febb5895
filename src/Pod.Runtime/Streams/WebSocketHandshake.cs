using System.Buffers.Text;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pod.Runtime.Http;

namespace Pod.Runtime.Streams;

/// <summary>
/// The opening handshake of RFC 6455 (HTTP/1.1) and RFC 8441 (HTTP/2). Done here rather than by ASP.NET Core's middleware, which the
/// application would have to add in the right place and which hides the transport that frames are written to.
/// </summary>
internal static class WebSocketHandshake
{
    public static async Task<(WebSocket Socket, SharedStream Transport)?> AcceptAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var extended = context.Features.Get<IHttpExtendedConnectFeature>();
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        var isExtended = extended is { IsExtendedConnect: true, Protocol: "websocket" };
        var isUpgrade = upgrade is { IsUpgradableRequest: true } && HttpMethods.IsGet(context.Request.Method)
            && headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);
        if (!isExtended && !isUpgrade)
        {
            await TextResponse.WriteAsync(context, StatusCodes.Status400BadRequest, "Streams need a WebSocket.").ConfigureAwait(false);
            return null;
        }

        if (headers.SecWebSocketVersion != "13")
        {
            headers = context.Response.Headers;
            headers.SecWebSocketVersion = "13";
            await TextResponse.WriteAsync(context, StatusCodes.Status426UpgradeRequired, "WebSocket version 13 is needed.").ConfigureAwait(false);
            return null;
        }

        if (isExtended)
        {
            return Create(await extended!.AcceptAsync().ConfigureAwait(false));
        }

        var key = headers.SecWebSocketKey.ToString();
        if (!Base64.IsValid(key, out var length) || length != 16)
        {
            await TextResponse.WriteAsync(context, StatusCodes.Status400BadRequest, "Sec-WebSocket-Key is malformed.").ConfigureAwait(false);
            return null;
        }

        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept = AcceptKey(key);
        return Create(await upgrade!.UpgradeAsync().ConfigureAwait(false));
    }

    private static (WebSocket Socket, SharedStream Transport) Create(Stream stream)
    {
        var transport = new SharedStream(stream);

        // The keep-alive of Pod's own frames is the one that both sides understand.
        var options = new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero };
        return (WebSocket.CreateFromStream(transport, options), transport);
    }

#pragma warning disable CA5350 // RFC 6455 demands SHA-1 here; nothing is kept secret by it.
    private static string AcceptKey(string key)
        => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
