using System.Diagnostics.CodeAnalysis;
using Pod.Protocol.Values;

namespace Pod;

/// <summary>A vector that names only the numbers that are not 0. Immutable; equal when dimension and numbers are.</summary>
public sealed class SparseVector : IEquatable<SparseVector>
{
    private readonly int[] _indices;
    private readonly float[] _values;

    /// <summary>Makes a vector of the given numbers at their indices, which count from 1; all others are 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not between 1 and the dimension, or the dimension is below 1.</exception>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public SparseVector(IReadOnlyDictionary<int, float> values, int dimension)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Dimension = dimension;
        _indices = [.. values.Where(static pair => pair.Value != 0).Select(static pair => pair.Key).Order()];
        _values = Array.ConvertAll(_indices, index => values[index]);
        foreach (var index in values.Keys)
        {
            if (index < 1 || index > dimension)
            {
                throw new ArgumentOutOfRangeException(nameof(values), $"The index {index} is not between 1 and the dimension, {dimension}.");
            }
        }

        FiniteNumbers.RequireFinite(_values, nameof(values));
    }

    /// <summary>Makes a vector of all its numbers.</summary>
    /// <exception cref="ArgumentException">There is no number, or one is NaN or infinite.</exception>
    public SparseVector(ReadOnlySpan<float> values)
    {
        FiniteNumbers.Require(values, nameof(values));
        Dimension = values.Length;
        _indices = new int[values.Length - values.Count(0f)];
        _values = new float[_indices.Length];
        for (int i = 0, next = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
            {
                _indices[next] = i + 1;
                _values[next++] = values[i];
            }
        }
    }

    /// <summary>How many numbers there are, zeros included.</summary>
    public int Dimension { get; }

    /// <summary>The indices of the numbers that are not 0, counted from 1, in ascending order.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>The numbers at <see cref="Indices"/>.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Whether both have the same dimension and numbers.</summary>
    public static bool operator ==(SparseVector? left, SparseVector? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether dimension or numbers differ.</summary>
    public static bool operator !=(SparseVector? left, SparseVector? right) => !(left == right);

    /// <summary>Reads pgvector's form <c>{1:1.5,3:2}/4</c>; false where the text is no such vector.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SparseVector? vector)
    {
        vector = SparseVectorText.TryParse(text, out var values, out var dimension) ? new SparseVector(values, dimension) : null;
        return vector is not null;
    }

    /// <summary>All numbers, zeros included.</summary>
    public float[] ToArray()
    {
        var all = new float[Dimension];
        for (var i = 0; i < _indices.Length; i++)
        {
            all[_indices[i] - 1] = _values[i];
        }

        return all;
    }

    /// <summary>The numbers that are not 0 by their indices, which count from 1.</summary>
    public Dictionary<int, float> ToDictionary() => _indices.Zip(_values).ToDictionary(static pair => pair.First, static pair => pair.Second);

    /// <inheritdoc/>
    public bool Equals(SparseVector? other)
        => other is not null && Dimension == other.Dimension
            && _indices.AsSpan().SequenceEqual(other._indices) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SparseVector);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, FiniteNumbers.HashOf(_values));

    /// <summary>pgvector's form: <c>{1:1.5,3:2}/4</c>.</summary>
    public override string ToString() => SparseVectorText.Format(_indices, _values, Dimension);
}
