using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.Sql;

namespace Pod.Database;

/// <summary>An expression of text. Comparisons use the column's collation.</summary>
public abstract class TextExpression : MemberExpression<string>
{
    private protected TextExpression(ISqlFragment body)
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

    private PatternFilter Match(string pattern, bool ignoreCase, bool isNegated)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new(this, Storage.Parameter(pattern), ignoreCase, isNegated);
    }
}
