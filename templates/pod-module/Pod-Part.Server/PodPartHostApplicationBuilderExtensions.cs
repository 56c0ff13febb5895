using Microsoft.Extensions.DependencyInjection;
using Pod_Part.Server;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds the module's settings to an application.</summary>
public static class PodPartHostApplicationBuilderExtensions
{
    /// <summary>Reads the settings of the module from the section <c>PodPart</c>. Its endpoints need no call: the application's protocol has them.</summary>
    public static IHostApplicationBuilder AddPodPart(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PodPartOptions>()
            .BindConfiguration(PodPartOptions.SectionName)
            .Validate(static o => o.MaxLength > 0 && o.MaxRecent > 0, "PodPart:MaxLength and PodPart:MaxRecent must be at least 1.")
            .ValidateOnStart();
        return builder;
    }
}
