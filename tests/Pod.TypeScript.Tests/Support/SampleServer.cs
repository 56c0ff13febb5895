using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pod.TypeScript.Tests.Support;

/// <summary>The sample server on a real socket, beside it the files that browsers ask for. Nothing here needs a database.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<SampleServer> StartAsync(string files)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddPod<Sample.Server.Protocol>();
        builder.Services.Remove(builder.Services.Single(static service => service.ImplementationType?.Name == "DatabaseStartup"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files) });
        app.MapPod();
        await app.StartAsync();
        return new SampleServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
