namespace Pod.Database.Migrations;

/// <summary>Steps through SQL by PostgreSQL's lexical rules, as far as they matter for finding the ends of statements.</summary>
internal sealed class SqlScanner(string sql, int end)
{
    public int Position { get; set; }

    private char Current => Position < end ? sql[Position] : '\0';

    private char Following => Position + 1 < end ? sql[Position + 1] : '\0';

    /// <summary>Moves behind the next token.</summary>
    public SqlToken Next()
    {
        switch (Current)
        {
            case ';':
                Position++;
                return SqlToken.Semicolon;
            case '-' when Following == '-':
                SkipPast("\n");
                return SqlToken.Space;
            case '/' when Following == '*':
                SkipComment();
                return SqlToken.Space;
            case '\'':
                SkipQuoted('\'', hasEscapes: false);
                return SqlToken.Other;
            case 'e' or 'E' when Following == '\'':
                Position++;
                SkipQuoted('\'', hasEscapes: true);
                return SqlToken.Other;
            case '"':
                SkipQuoted('"', hasEscapes: false);
                return SqlToken.Other;
            case '$':
                SkipDollarQuoted();
                return SqlToken.Other;
            case var c when char.IsWhiteSpace(c) || c == '\uFEFF':
                Position++;
                return SqlToken.Space;
            case var c when char.IsLetter(c) || c == '_':
                SkipWord();
                return SqlToken.Word;
            default:
                Position++;
                return SqlToken.Other;
        }
    }

    private void SkipWord()
    {
        // A dollar sign inside a word is part of it and opens no quote.
        while (char.IsLetterOrDigit(Current) || Current is '_' or '$')
        {
            Position++;
        }
    }

    private void SkipQuoted(char quote, bool hasEscapes)
    {
        Position++;
        while (Position < end)
        {
            if (hasEscapes && Current == '\\')
            {
                Position += 2;
            }
            else if (Current != quote)
            {
                Position++;
            }
            else if (Following == quote)
            {
                Position += 2;
            }
            else
            {
                Position++;
                return;
            }
        }

        Position = end;
    }

    private void SkipDollarQuoted()
    {
        var tagEnd = Position + 1;
        while (tagEnd < end && (char.IsLetterOrDigit(sql[tagEnd]) || sql[tagEnd] == '_'))
        {
            tagEnd++;
        }

        // $1 is a parameter; $tag$ opens a body.
        if (tagEnd >= end || sql[tagEnd] != '$' || char.IsAsciiDigit(sql[Position + 1]))
        {
            Position++;
            return;
        }

        var tag = sql[Position..(tagEnd + 1)];
        Position = tagEnd + 1;
        SkipPast(tag);
    }

    private void SkipComment()
    {
        Position += 2;
        for (var depth = 1; depth > 0 && Position < end; Position++)
        {
            if (Current == '/' && Following == '*')
            {
                depth++;
                Position++;
            }
            else if (Current == '*' && Following == '/')
            {
                depth--;
                Position++;
            }
        }
    }

    private void SkipPast(string text)
    {
        var found = sql.IndexOf(text, Position, end - Position, StringComparison.Ordinal);
        Position = found < 0 ? end : found + text.Length;
    }
}
