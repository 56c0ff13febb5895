using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pod.Testing.Wire;

/// <summary>Writes down what a request of a real client brings and gets.</summary>
internal static class WireRecorder
{
    public static async Task RunAsync(HttpContext context, TestWire wire, RequestDelegate proceed)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            context.Features.Set<IHttpUpgradeFeature>(new RecordedUpgrade(upgrade, wire));
            await proceed(context).ConfigureAwait(false);
            return;
        }

        using var received = new MemoryStream();
        using var sent = new MemoryStream();
        var body = context.Response.Body;
        context.Request.Body = new ObservedStream(context.Request.Body, bytes => received.Write(bytes.Span), null);
        context.Response.Body = new ObservedStream(body, null, bytes => sent.Write(bytes.Span));
        try
        {
            await proceed(context).ConfigureAwait(false);
            await context.Response.BodyWriter.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = body;
            var request = context.Request;
            wire.Add(WireDirection.ToServer, Join($"{request.Method} {request.Path}{request.QueryString}", received));
            wire.Add(WireDirection.ToClient, Join($"{context.Response.StatusCode}", sent));
        }
    }

    private static string Join(string head, MemoryStream body) => body.Length == 0 ? head : $"{head}\n{Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length))}";

    private sealed class RecordedUpgrade(IHttpUpgradeFeature inner, TestWire wire) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => new ObservedStream(
            await inner.UpgradeAsync().ConfigureAwait(false),
            new SocketMessages(text => wire.Add(WireDirection.ToServer, text)).Add,
            new SocketMessages(text => wire.Add(WireDirection.ToClient, text)).Add);
    }
}
