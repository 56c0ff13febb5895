namespace Pod.Runtime;

/// <summary>Something that a signed-in user may do. Two scopes with one name are equal. Applications keep their own as constants.</summary>
/// <example><code>
/// public static class AppScopes
/// {
///     public static readonly Scope Editor = new("editor");
/// }
/// </code></example>
public class Scope : IEquatable<Scope>
{
    /// <summary>Whoever administers the server.</summary>
    public static readonly Scope Admin = new("serverpod.admin");

    /// <summary>No scope at all; a set of scopes leaves it out.</summary>
    public static readonly Scope None = new();

    /// <summary>Makes a scope.</summary>
    /// <param name="name">The name, which tokens and tables store.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Scope(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    private Scope() => Name = "";

    /// <summary>The name; empty for <see cref="None"/>.</summary>
    public string Name { get; }

    /// <summary>Tells whether two scopes have one name.</summary>
    public static bool operator ==(Scope? left, Scope? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Tells whether two scopes have different names.</summary>
    public static bool operator !=(Scope? left, Scope? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Scope? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scope);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
