using System.Diagnostics.CodeAnalysis;
using Pod.Protocol.Values;

namespace Pod;

/// <summary>A vector of half precision numbers: half the size of <see cref="Vector"/>. Immutable; equal when the numbers are.</summary>
public sealed class HalfVector : IEquatable<HalfVector>
{
    // As floats, because that is how they travel in every direction; each is exactly a Half.
    private readonly float[] _values;

    /// <summary>Makes a vector of at least one finite number.</summary>
    /// <exception cref="ArgumentException">There is no number, or one is NaN or infinite.</exception>
    public HalfVector(params ReadOnlySpan<Half> values)
    {
        var singles = new float[values.Length];
        for (var i = 0; i < singles.Length; i++)
        {
            singles[i] = (float)values[i];
        }

        FiniteNumbers.Require(singles, nameof(values));
        _values = singles;
    }

    /// <summary>Makes a vector of numbers that are rounded to half precision.</summary>
    /// <exception cref="ArgumentException">There is no number, or one is NaN, infinite or beyond ±65504.</exception>
    public HalfVector(params ReadOnlySpan<float> values)
    {
        FiniteNumbers.Require(values, nameof(values));
        _values = new float[values.Length];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = (float)(Half)values[i];
            if (!float.IsFinite(_values[i]))
            {
                throw new ArgumentOutOfRangeException(nameof(values), $"The number at index {i} is too large for half precision (65504).");
            }
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int Dimension => _values.Length;

    /// <summary>One of the numbers, counted from 0.</summary>
    public Half this[int index] => (Half)_values[index];

    internal ReadOnlySpan<float> Span => _values;

    /// <summary>Whether both have the same numbers.</summary>
    public static bool operator ==(HalfVector? left, HalfVector? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(HalfVector? left, HalfVector? right) => !(left == right);

    /// <summary>Reads pgvector's form <c>[1,2.5]</c>; false where the text is no such vector.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out HalfVector? vector)
    {
        vector = VectorText.TryParse(text, out var values) && FiniteNumbers.FitHalf(values) ? new HalfVector(values) : null;
        return vector is not null;
    }

    /// <summary>Copies the numbers.</summary>
    public Half[] ToArray() => Array.ConvertAll(_values, static value => (Half)value);

    /// <summary>Copies the numbers as single precision ones, which loses nothing.</summary>
    public float[] ToSingleArray() => [.. _values];

    /// <inheritdoc/>
    public bool Equals(HalfVector? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HalfVector);

    /// <inheritdoc/>
    public override int GetHashCode() => FiniteNumbers.HashOf(_values);

    /// <summary>pgvector's form: <c>[1,2.5]</c>.</summary>
    public override string ToString() => VectorText.Format(_values);
}
