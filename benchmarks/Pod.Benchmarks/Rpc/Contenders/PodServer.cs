using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>Pod, as an application has it.</summary>
internal static class PodServer
{
    public const string Name = "pod";

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.AddPod<CallsOnlyProtocol>();
        builder.Services.AddSingleton<IPodAuthenticator, TokenAuthenticator>();
        var app = builder.Build();
        app.MapPod();
        return app;
    }
}
