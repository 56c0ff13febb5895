using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Filters;
using Pod.Database.Sql;

namespace Pod.Database;

/// <summary>An expression of text. Comparisons use the column's collation.</summary>
public class TextExpression : MemberExpression<string>
{
    private static readonly TextFragment WhiteSpace = new(@"E' \t\n\r\f\x0B'");

    internal TextExpression(ISqlFragment body)
        : base(body, TextStorage.Instance)
    {
    }

    /// <summary>
    /// Rows that fit the pattern: <c>%</c> stands for any text, <c>_</c> for one character. See <see cref="Database.Like.Escape"/>.
    /// </summary>
    public Filter Like(string pattern) => Match(pattern, ignoreCase: false, isNegated: false);

    /// <summary>Rows that do not fit the pattern, or have no value.</summary>
    public Filter NotLike(string pattern) => Match(pattern, ignoreCase: false, isNegated: true);

    /// <summary>Rows that fit the pattern in any letter case.</summary>
    public Filter ILike(string pattern) => Match(pattern, ignoreCase: true, isNegated: false);

    /// <summary>Rows that do not fit the pattern in any letter case, or have no value.</summary>
    public Filter NotILike(string pattern) => Match(pattern, ignoreCase: true, isNegated: true);

    /// <summary>Rows whose text starts with exactly this.</summary>
    public Filter StartsWith(string text, bool ignoreCase = false) => Match(Database.Like.Escape(text) + "%", ignoreCase, isNegated: false);

    /// <summary>Rows whose text ends with exactly this.</summary>
    public Filter EndsWith(string text, bool ignoreCase = false) => Match("%" + Database.Like.Escape(text), ignoreCase, isNegated: false);

    /// <summary>Rows whose text has exactly this in it.</summary>
    public Filter Contains(string text, bool ignoreCase = false) => Match($"%{Database.Like.Escape(text)}%", ignoreCase, isNegated: false);

    /// <summary>The text in lower case, by the rules of the column's collation.</summary>
    public TextExpression Lower() => new(new CallFragment("lower", this));

    /// <summary>The text in upper case, by the rules of the column's collation.</summary>
    public TextExpression Upper() => new(new CallFragment("upper", this));

    /// <summary>The text without white space (ASCII) at its ends.</summary>
    public TextExpression Trim() => new(new CallFragment("btrim", this, WhiteSpace));

    /// <summary>How many characters the text has; those outside the basic plane count as one, other than in <see cref="string.Length"/>.</summary>
    public NumberExpression<int> Length() => new(new CallFragment("length", this), ScalarStorage<int>.Instance);

    private PatternFilter Match(string pattern, bool ignoreCase, bool isNegated)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new(this, Storage.Parameter(pattern), ignoreCase, isNegated);
    }
}
