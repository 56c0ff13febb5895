using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;

namespace Pod.Testing.Wire;

/// <summary>Makes requests belong to the test that opened their connection, which keeps a record of them.</summary>
internal sealed class ConnectionScopes : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, proceed) =>
        {
            if (context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(InMemoryTransport.TestItem, out var item) == true)
            {
                var test = (PodTestScope)item!;
                test.Enter();
                await WireRecorder.RunAsync(context, test.Wire, proceed).ConfigureAwait(false);
                return;
            }

            await proceed(context).ConfigureAwait(false);
        });
        next(app);
    };
}
