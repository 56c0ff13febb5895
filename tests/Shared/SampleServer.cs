using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pod.Tests;

/// <summary>The sample server on a real socket.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it.</summary>
    /// <param name="database">The connection string of a database with the sample's tables; null for tests that need none.</param>
    /// <param name="before">What the application has before Pod's routes.</param>
    /// <param name="prefix">What Pod's paths begin with.</param>
    public static async Task<SampleServer> StartAsync(string? database = null, Action<WebApplication>? before = null, string prefix = "")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddPod<Sample.Server.Protocol>();
        if (database is null)
        {
            builder.Services.Remove(builder.Services.Single(static service => service.ImplementationType?.Name == "DatabaseStartup"));
        }
        else
        {
            builder.Configuration["ConnectionStrings:poddb"] = database;
            builder.Configuration["Pod:Migrations:Apply"] = "Never";
            // The tables with vectors are not there.
            builder.Configuration["Pod:Migrations:OnMismatch"] = "Off";
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        before?.Invoke(app);
        app.MapPod(prefix);
        await app.StartAsync();
        return new SampleServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
