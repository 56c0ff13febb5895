using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>What an endpoint class, or one of its methods on top of that, says about who may call.</summary>
/// <param name="RequiresLogin">Whether it demands a login; null where only the running server knows.</param>
/// <param name="Scopes">The scopes that it demands; null where only the running server knows.</param>
/// <param name="AllowsAnonymous">Whether it is marked <c>[AllowAnonymous]</c>.</param>
public sealed record AccessDefinition(bool? RequiresLogin, ValueList<string>? Scopes, bool AllowsAnonymous)
{
    /// <summary>Gets whether a login is needed for sure.</summary>
    public bool DemandsLogin => RequiresLogin == true || Scopes is { Count: > 0 };
}
