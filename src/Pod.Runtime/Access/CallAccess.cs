using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Access;

/// <summary>Finds out who calls, and decides whether they may.</summary>
internal sealed class CallAccess(IServiceProviderIsService registered, IOptions<PodOptions> options, SessionLogger logger)
{
    private readonly bool _hasAuthenticator = registered.IsService(typeof(IPodAuthenticator));
    private readonly bool _isStrict = options.Value.Http.ValidateHeaders;
    private readonly bool _demandsLogin = options.Value.Endpoints.DefaultAccess == DefaultAccess.SignedIn;
    private int _hasWarned;

    /// <summary>Gives the session its identity; false where the credentials are malformed.</summary>
    public ValueTask<bool> TryAuthenticateAsync(Session session, string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return ValueTask.FromResult(true);
        }

        if (!_hasAuthenticator)
        {
            if (Interlocked.Exchange(ref _hasWarned, 1) == 0)
            {
                logger.Logger.NoAuthenticator();
            }

            return ValueTask.FromResult(true);
        }

        return AuthorizationValue.TryGetToken(authorization, _isStrict, out var token)
            ? AuthenticateAsync(session, token)
            : ValueTask.FromResult(false);
    }

    public AccessDecision Check(Session session, Endpoint endpoint, MethodRules rules)
    {
        var scopes = endpoint.RequiredScopes;
        var needsLogin = rules.DemandsLogin || scopes.Count > 0 || endpoint.RequireLogin || (_demandsLogin && !rules.AllowsAnonymous);
        if (!needsLogin)
        {
            return AccessDecision.Granted;
        }

        if (session.Authenticated is not { } caller)
        {
            return AccessDecision.LoginNeeded;
        }

        return caller.Scopes.ContainsAll(scopes) && caller.Scopes.ContainsAll(rules.Scopes) ? AccessDecision.Granted : AccessDecision.ScopeMissing;
    }

    /// <summary>Whether losing the sign-in, or one of these scopes, ends what runs.</summary>
    public bool DependsOn(Endpoint endpoint, MethodRules rules, ScopeSet? lostScopes)
    {
        var scopes = endpoint.RequiredScopes;
        return lostScopes is null
            ? rules.DemandsLogin || scopes.Count > 0 || endpoint.RequireLogin || (_demandsLogin && !rules.AllowsAnonymous)
            : scopes.ContainsAny(lostScopes) || rules.Scopes.ContainsAny(lostScopes);
    }

    private static async ValueTask<bool> AuthenticateAsync(Session session, string token)
    {
        session.UpdateAuthenticated(
            await session.Services.GetRequiredService<IPodAuthenticator>().AuthenticateAsync(session, token).ConfigureAwait(false));
        return true;
    }
}
