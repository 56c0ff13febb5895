namespace Pod.Generator.Contracts.Reading;

/// <summary>Who may call an endpoint or method.</summary>
/// <param name="RequiresLogin">Whether callers have to be signed in; null when only the running server knows.</param>
/// <param name="Scopes">The scopes that callers need; null when only the running server knows.</param>
public sealed record ContractAccess(bool? RequiresLogin, IReadOnlyList<string>? Scopes)
{
    /// <summary>Gets the access of everybody.</summary>
    public static ContractAccess Open { get; } = new(false, []);

    /// <summary>Gets whether callers need not be signed in although the server demands it elsewhere.</summary>
    public bool AllowsAnonymous { get; init; }

    /// <summary>Gives what a method demands: what its class does, and more.</summary>
    /// <param name="added">What the method adds.</param>
    public ContractAccess With(ContractAccess added) => new(
        added.RequiresLogin == true || RequiresLogin == true ? true : RequiresLogin,
        Scopes is null ? null : [.. Scopes.Union(added.Scopes ?? [])])
    {
        AllowsAnonymous = added.AllowsAnonymous || AllowsAnonymous,
    };
}
