using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>A WebSocket whose frames are written by hand, many at once.</summary>
internal sealed class FrameBuffer(HttpContext context)
{
    private const int HeaderLength = 4;

    private readonly byte[] _bytes = new byte[16 * 1024];
    private Stream? _stream;
    private int _length;

    public async Task<WebSocket> AcceptAsync()
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
#pragma warning disable CA5350 // RFC 6455 demands SHA-1.
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5350
        _stream = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        return WebSocket.CreateFromStream(_stream, new WebSocketCreationOptions { IsServer = true });
    }

    public bool TryAdd(ReadOnlySpan<byte> text)
    {
        if (_length + HeaderLength + text.Length > _bytes.Length)
        {
            return false;
        }

        _bytes[_length++] = 0x81;
        if (text.Length < 126)
        {
            _bytes[_length++] = (byte)text.Length;
        }
        else
        {
            _bytes[_length++] = 126;
            BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(_length), (ushort)text.Length);
            _length += 2;
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
        return true;
    }

    public async ValueTask FlushAsync()
    {
        await _stream!.WriteAsync(_bytes.AsMemory(0, _length));
        _length = 0;
    }
}
