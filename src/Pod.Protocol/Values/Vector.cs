using System.Diagnostics.CodeAnalysis;
using Pod.Protocol.Values;

namespace Pod;

/// <summary>A vector of single precision numbers, such as an embedding. Immutable; two vectors with the same numbers are equal.</summary>
public sealed class Vector : IEquatable<Vector>
{
    private readonly float[] _values;

    /// <summary>Makes a vector of at least one finite number.</summary>
    /// <exception cref="ArgumentException">There is no number, or one is NaN or infinite.</exception>
    public Vector(params ReadOnlySpan<float> values)
    {
        FiniteNumbers.Require(values, nameof(values));
        _values = values.ToArray();
    }

    /// <summary>How many numbers there are.</summary>
    public int Dimension => _values.Length;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<float> Span => _values;

    /// <summary>One of the numbers, counted from 0.</summary>
    public float this[int index] => _values[index];

    /// <summary>Whether both have the same numbers.</summary>
    public static bool operator ==(Vector? left, Vector? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(Vector? left, Vector? right) => !(left == right);

    /// <summary>Reads pgvector's form <c>[1,2.5]</c>; false where the text is no such vector.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Vector? vector)
    {
        vector = VectorText.TryParse(text, out var values) ? new Vector(values) : null;
        return vector is not null;
    }

    /// <summary>Copies the numbers.</summary>
    public float[] ToArray() => [.. _values];

    /// <inheritdoc/>
    public bool Equals(Vector? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Vector);

    /// <inheritdoc/>
    public override int GetHashCode() => FiniteNumbers.HashOf(_values);

    /// <summary>pgvector's form: <c>[1,2.5]</c>.</summary>
    public override string ToString() => VectorText.Format(_values);
}
