using System.Collections;
using System.Runtime.CompilerServices;

namespace Pod.Runtime;

/// <summary>An unchangeable set of scopes, written as <c>[Scope.Admin, AppScopes.Editor]</c>.</summary>
[CollectionBuilder(typeof(ScopeSet), nameof(Create))]
public sealed class ScopeSet : IReadOnlyCollection<Scope>
{
    /// <summary>No scopes.</summary>
    public static readonly ScopeSet Empty = new([]);

    // A handful at most: looking through them beats hashing.
    private readonly Scope[] _scopes;

    private ScopeSet(Scope[] scopes) => _scopes = scopes;

    /// <summary>How many scopes there are.</summary>
    public int Count => _scopes.Length;

    /// <summary>Makes a set; repetitions and <see cref="Scope.None"/> are left out.</summary>
    public static ScopeSet Create(ReadOnlySpan<Scope> scopes)
    {
        var distinct = new List<Scope>(scopes.Length);
        foreach (var scope in scopes)
        {
            if (scope != Scope.None && !distinct.Contains(scope))
            {
                distinct.Add(scope);
            }
        }

        return distinct.Count == 0 ? Empty : new ScopeSet([.. distinct]);
    }

    /// <summary>Tells whether a scope is among these.</summary>
    public bool Contains(Scope scope) => Array.IndexOf(_scopes, scope) >= 0;

    /// <summary>Tells whether all of some scopes are among these.</summary>
    public bool ContainsAll(ScopeSet scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        foreach (var scope in scopes._scopes)
        {
            if (!Contains(scope))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells whether any of some scopes is among these.</summary>
    public bool ContainsAny(ScopeSet scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return Array.Exists(scopes._scopes, Contains);
    }

    /// <inheritdoc/>
    public IEnumerator<Scope> GetEnumerator() => ((IEnumerable<Scope>)_scopes).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", (IEnumerable<Scope>)_scopes);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
