using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pod.Runtime;

/// <summary>One endpoint as the generated code describes it.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
public sealed class EndpointDescriptor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEndpoint>(
    string name, IReadOnlyList<EndpointMethod<TEndpoint>> methods) : EndpointDescriptor(name, methods)
    where TEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override void Register(IServiceCollection services) => services.TryAddTransient<TEndpoint>();

    internal override Endpoint Create(IServiceProvider services) => services.GetRequiredService<TEndpoint>();
}
