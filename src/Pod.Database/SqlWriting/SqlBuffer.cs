using System.Globalization;

namespace Pod.Database.SqlWriting;

/// <summary>A growing text that is compared with cached texts without becoming a string first.</summary>
internal sealed class SqlBuffer
{
    private char[] _characters = new char[1024];
    private int _length;

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    public SqlBuffer Append(scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    public SqlBuffer Append(char character)
    {
        Reserve(1);
        _characters[_length++] = character;
        return this;
    }

    public SqlBuffer Append(int number)
    {
        Reserve(11);
        number.TryFormat(_characters.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Moves what stands at a position and behind it to the right and puts the text there.</summary>
    public void Insert(int position, scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        _characters.AsSpan(position, _length - position).CopyTo(_characters.AsSpan(position + text.Length));
        text.CopyTo(_characters.AsSpan(position));
        _length += text.Length;
    }

    private void Reserve(int count)
    {
        if (_length + count > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + count));
        }
    }
}
