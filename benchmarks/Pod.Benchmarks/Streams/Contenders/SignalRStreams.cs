using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Pod.Benchmarks.Rpc.Contenders;

namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>SignalR with its JSON protocol and source-generated JSON.</summary>
internal static class SignalRStreams
{
    public const string Name = "streams-signalr";

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
        builder.Services
            // The clients of the suite send no pings.
            .AddSignalR(static options => options.ClientTimeoutInterval = TimeSpan.FromHours(1))
            .AddJsonProtocol(static options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
        var app = builder.Build();
        app.MapHub<NoteHub>("/hub");
        app.MapPost("/note/post", static (PostRequest request, IHubContext<NoteHub> hub) => hub.Clients.All.SendAsync("note", request.Note));
        return app;
    }
}
