using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;

namespace Pod.Testing.Wire;

/// <summary>Makes requests belong to the test that opened their connection.</summary>
internal sealed class ConnectionScopes : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, proceed) =>
        {
            if (context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(InMemoryTransport.TestItem, out var test) == true)
            {
                ((PodTestScope)test!).Enter();
            }

            await proceed(context).ConfigureAwait(false);
        });
        next(app);
    };
}
