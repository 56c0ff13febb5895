using System.Diagnostics.CodeAnalysis;

namespace Pod;

/// <summary>A row of bits, such as a binary embedding. Immutable; equal when length and bits are.</summary>
public sealed class Bit : IEquatable<Bit>
{
    private readonly bool[] _values;

    /// <summary>Makes a row of bits.</summary>
    public Bit(params ReadOnlySpan<bool> values) => _values = values.ToArray();

    /// <summary>Makes a row of bits from a text of zeros and ones.</summary>
    /// <exception cref="ArgumentException">There is another character in the text.</exception>
    public Bit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExcept('0', '1') is >= 0 and var index)
        {
            throw new ArgumentException($"The character at index {index} is neither 0 nor 1.", nameof(text));
        }

        _values = [.. text.Select(static character => character == '1')];
    }

    /// <summary>How many bits there are.</summary>
    public int Dimension => _values.Length;

    /// <summary>The bits.</summary>
    public ReadOnlySpan<bool> Span => _values;

    /// <summary>One of the bits, counted from 0.</summary>
    public bool this[int index] => _values[index];

    /// <summary>Whether both have the same bits.</summary>
    public static bool operator ==(Bit? left, Bit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the bits differ.</summary>
    public static bool operator !=(Bit? left, Bit? right) => !(left == right);

    /// <summary>Reads a text of zeros and ones; false where it has another character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Bit? bit)
    {
        bit = text is not null && text.AsSpan().IndexOfAnyExcept('0', '1') < 0 ? new Bit(text) : null;
        return bit is not null;
    }

    /// <summary>Copies the bits.</summary>
    public bool[] ToArray() => [.. _values];

    /// <inheritdoc/>
    public bool Equals(Bit? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bit);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>A text of zeros and ones.</summary>
    public override string ToString() => string.Create(_values.Length, _values, static (text, values) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = values[i] ? '1' : '0';
        }
    });
}
