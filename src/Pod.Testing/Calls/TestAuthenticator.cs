using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pod.Runtime;
using Pod.Testing.Scopes;

namespace Pod.Testing.Calls;

/// <summary>Knows the identities that tests give out; all other tokens are the application's business.</summary>
internal sealed class TestAuthenticator(IPodAuthenticator? application) : IPodAuthenticator
{
    private const string Prefix = "pod-test:";

    public static void Wrap(IServiceCollection services)
    {
        var inner = services.LastOrDefault(static service => service.ServiceType == typeof(IPodAuthenticator) && !service.IsKeyedService);
        services.RemoveAll<IPodAuthenticator>();
        services.Add(new ServiceDescriptor(
            typeof(IPodAuthenticator),
            provider => new TestAuthenticator(inner is null ? null : (IPodAuthenticator)Create(inner, provider)),
            inner?.Lifetime ?? ServiceLifetime.Singleton));
    }

    /// <summary>Gives out a token that stands for an identity, within one test.</summary>
    public static string Issue(PodTestScope test, AuthenticationInfo identity)
    {
        var token = Prefix + Guid.NewGuid().ToString("N");
        test.Identities[token] = identity;
        return token;
    }

    public ValueTask<AuthenticationInfo?> AuthenticateAsync(Session session, string token)
    {
        if (token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ValueTask.FromResult(session.Resources is TestResources { Test: var test } ? test.Identities.GetValueOrDefault(token) : null);
        }

        return application?.AuthenticateAsync(session, token) ?? ValueTask.FromResult<AuthenticationInfo?>(null);
    }

    private static object Create(ServiceDescriptor descriptor, IServiceProvider provider)
        => descriptor.ImplementationInstance
            ?? descriptor.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!);
}
