namespace Pod.Client;

/// <summary>What generated code knows about a method beside its name and types.</summary>
[Flags]
public enum CallTraits
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>It is called without credentials: the server marks it <c>[UnauthenticatedClientCall]</c>.</summary>
    Unauthenticated = 1,

    /// <summary>Calling it twice does no harm: the server marks it <c>[IdempotentCall]</c> or <c>[ReadOnlyCall]</c>.</summary>
    Repeatable = 2,
}
