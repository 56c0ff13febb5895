using Chat.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pod.ServiceDefaults.Tests.Support;

/// <summary>The sample's server with service defaults, a private PostgreSQL and, if wanted, a collector.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly string _folder = EnterableFolder.Create("pod-service-defaults-tests-");
    private WebApplication? _app;

    public Uri Address => new(_app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => _app!.Services;

    public ChatClient Client { get; private set; } = null!;

    public static async Task<ChatHost> StartAsync(string? collector)
    {
        var host = new ChatHost();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Chat.Server" });
        builder.Logging.ClearProviders();
        builder.Configuration["Pod:Database:EmbeddedFolder"] = Path.Combine(host._folder, "postgres");
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.Configuration["OTEL_SERVICE_NAME"] = "chat";
        builder.AddServiceDefaults();
        builder.AddServiceDefaults();
        builder.AddPod<Chat.Server.Protocol>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host._app = builder.Build();
        host._app.MapDefaultEndpoints();
        host._app.MapPod();
        await host._app.StartAsync();
        host.Client = new ChatClient(host.Address);
        return host;
    }

    /// <summary>Stops the server, which sends what is left to the collector.</summary>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
