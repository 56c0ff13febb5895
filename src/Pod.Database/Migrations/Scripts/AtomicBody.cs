namespace Pod.Database.Migrations;

/// <summary>Follows the words of a statement to know whether they are inside a function body in SQL: <c>BEGIN ATOMIC … END</c>.</summary>
internal sealed class AtomicBody
{
    private int _depth;
    private bool _sawBegin;

    public bool IsOpen => _depth > 0;

    public void See(ReadOnlySpan<char> word)
    {
        if (_depth == 0)
        {
            if (_sawBegin && word.Equals("ATOMIC", StringComparison.OrdinalIgnoreCase))
            {
                _depth = 1;
            }

            _sawBegin = word.Equals("BEGIN", StringComparison.OrdinalIgnoreCase);
        }
        else if (word.Equals("CASE", StringComparison.OrdinalIgnoreCase))
        {
            _depth++;
        }
        else if (word.Equals("END", StringComparison.OrdinalIgnoreCase))
        {
            _depth--;
        }
    }
}
