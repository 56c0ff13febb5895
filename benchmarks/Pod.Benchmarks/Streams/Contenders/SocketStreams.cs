using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>The limit: loops over WebSockets by hand, one path for each.</summary>
internal static class SocketStreams
{
    public const string Name = "streams-socket";

    private static readonly ConcurrentDictionary<WebSocket, bool> Watchers = new();

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Use(EndQuietlyAsync);
        app.UseWebSockets();
        app.Map("/echo", EchoAsync);
        app.Map("/push", PushAsync);
        app.Map("/watch", WatchAsync);
        app.MapPost("/note/post", PostAsync);
        return app;
    }

    private static async Task EndQuietlyAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone, or the server stops.
        }
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var json = new NoteJson();
        var bytes = new byte[4096];
        while (await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            await socket.SendAsync(json.Write(NoteJson.Read(bytes.AsSpan(0, part.Count))), WebSocketMessageType.Text, true, CancellationToken.None);
        }
    }

    // ASP.NET Core's WebSocket writes each message at once. Writing the frames, too, lets those that are ready together leave together.
    private static async Task PushAsync(HttpContext context)
    {
        var frames = new FrameBuffer(context);
        using var socket = await frames.AcceptAsync();
        using var json = new NoteJson();
        var bytes = new byte[4096];
        while (await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            var count = int.Parse(Encoding.ASCII.GetString(bytes.AsSpan(0, part.Count)), CultureInfo.InvariantCulture);
            for (var number = 0; number < count; number++)
            {
                if (!frames.TryAdd(json.Write(Notes.Of(number)).Span))
                {
                    await frames.FlushAsync();
                    frames.TryAdd(json.Buffer.WrittenSpan);
                }
            }

            await frames.FlushAsync();
        }
    }

    private static async Task WatchAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Watchers[socket] = true;
        await socket.ReceiveAsync(new byte[16], CancellationToken.None);
        Watchers.TryRemove(socket, out _);
    }

    private static async Task PostAsync(HttpContext context)
    {
        var body = await context.Request.BodyReader.ReadAtLeastAsync((int)context.Request.ContentLength!);
        var note = NoteJson.Read(body.Buffer.FirstSpan);
        context.Request.BodyReader.AdvanceTo(body.Buffer.End);
        using var json = new NoteJson();
        var text = json.Write(note);
        foreach (var watcher in Watchers.Keys)
        {
            await watcher.SendAsync(text, WebSocketMessageType.Text, true, CancellationToken.None);
        }

        context.Response.ContentLength = 0;
    }
}
