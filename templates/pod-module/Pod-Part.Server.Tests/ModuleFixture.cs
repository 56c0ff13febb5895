using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Pod_Part.Server.Tests;

/// <summary>The module in the smallest application that can use it.</summary>
public sealed class ModuleFixture() : PodFixture(static o => o.Program = Run)
{
    private static void Run(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.AddPod<Protocol>(arguments);
        builder.AddPodPart();

        var app = builder.Build();
        app.MapPod();
        app.Run();
    }
}
