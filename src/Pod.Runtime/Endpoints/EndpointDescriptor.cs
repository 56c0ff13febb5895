using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime;

/// <summary>One endpoint as the generated code describes it.</summary>
public abstract class EndpointDescriptor
{
    private readonly FrozenDictionary<string, EndpointMethod> _methods;

    private protected EndpointDescriptor(string name, IReadOnlyList<EndpointMethod> methods)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Methods = methods;
        _methods = methods.ToFrozenDictionary(static method => method.Name, StringComparer.Ordinal);
    }

    /// <summary>The name on the wire, with its module's prefix.</summary>
    public string Name { get; }

    /// <summary>The methods that can be called.</summary>
    public IReadOnlyList<EndpointMethod> Methods { get; }

    /// <summary>Attributes of the class that matter at run time; they become metadata of the routing endpoints.</summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>Adds the endpoint class to the services.</summary>
    public abstract void Register(IServiceCollection services);

    // One instance per call, made by dependency injection.
    internal abstract Endpoint Create(IServiceProvider services);

    internal EndpointMethod? Find(string method) => _methods.GetValueOrDefault(method);
}
