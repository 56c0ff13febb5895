using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>ASP.NET Core's minimal API with source-generated JSON.</summary>
internal static class MinimalApiRpc
{
    public const string Name = "rpc-minimal";

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
        var app = builder.Build();
        app.MapPost("/order/price", static (PriceRequest request) => Pricing.Price(request.Line));
        return app;
    }
}
