using System.Globalization;

namespace Pod.Database;

/// <summary>A key of an object, or a position in an array: counted from 0, negative ones from the end.</summary>
public readonly struct JsonPathPart
{
    private readonly string? _text;

    private JsonPathPart(string text) => _text = text;

    internal string Text => _text ?? throw new ArgumentException("A part of a JSON path is missing. Write a key or a position.");

    /// <summary>A key.</summary>
    public static implicit operator JsonPathPart(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key);
    }

    /// <summary>A position.</summary>
    public static implicit operator JsonPathPart(int position) => new(position.ToString(CultureInfo.InvariantCulture));
}
