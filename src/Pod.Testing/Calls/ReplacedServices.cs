using Microsoft.Extensions.DependencyInjection;

namespace Pod.Testing.Calls;

/// <summary>The services of one session with some replaced. Endpoints are made here, so that their constructors get the replacements, too.</summary>
internal sealed class ReplacedServices(IServiceProvider inner, IServiceProvider replacements) : IServiceProvider
{
    /// <summary>Gives the services of a scope, with those that the test has replaced.</summary>
    public static IServiceProvider Over(IServiceProvider inner, IServiceProvider? replacements)
        => replacements is null ? inner : new ReplacedServices(inner, replacements);

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IServiceProvider))
        {
            return this;
        }

        return typeof(Endpoint).IsAssignableFrom(serviceType) && !serviceType.IsAbstract
            ? ActivatorUtilities.CreateInstance(this, serviceType)
            : replacements.GetService(serviceType) ?? inner.GetService(serviceType);
    }
}
