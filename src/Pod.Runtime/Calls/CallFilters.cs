using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Calls;

/// <summary>Puts the registered filters around a method. Costs nothing where there are none.</summary>
internal sealed class CallFilters(IServiceProviderIsService registered)
{
    private readonly bool _hasAny = registered.IsService(typeof(IPodFilter));

    public Task RunAsync(PodCall call, EndpointMethod method, ICallOutput output)
        => _hasAny ? RunFilteredAsync(call, method, output) : method.RunAsync(call, output);

    private static Task RunFilteredAsync(PodCall call, EndpointMethod method, ICallOutput output)
    {
        Func<Task> next = () => method.RunAsync(call, output);
        foreach (var filter in call.Session.Services.GetServices<IPodFilter>().Reverse())
        {
            var inner = next;
            next = () => filter.InvokeAsync(call, inner);
        }

        return next();
    }
}
