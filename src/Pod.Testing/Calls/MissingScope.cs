using Pod.Runtime;

namespace Pod.Testing.Calls;

/// <summary>Finds the scope for whose lack the server refused a call.</summary>
internal static class MissingScope
{
    public static Scope Of(KnownMethod known, IServiceProvider services, Session session)
        => Of(known, known.Endpoint.Create(services), session);

    public static Scope Of(KnownMethod known, Endpoint endpoint, Session session)
        => endpoint.RequiredScopes.Concat(known.Method.RulesIn(known.Endpoint).Scopes)
            .First(scope => session.Authenticated is not { } caller || !caller.Scopes.Contains(scope));
}
