using Microsoft.AspNetCore.Authorization;

namespace Sample.Server.Endpoints;

/// <summary>What every shelf can do.</summary>
[MaxRequestSize(200)]
public abstract class ShelfEndpoint : Endpoint
{
    /// <summary>Counts what is on the shelf.</summary>
    [ReadOnlyCall]
    public abstract Task<int> Count(Session session);

    [AllowAnonymous]
    public virtual Task<string> Name(MethodCallSession session, string suffix = "!") => Task.FromResult(session?.Endpoint + suffix);
}
