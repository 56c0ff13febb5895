using System.Runtime.CompilerServices;
using Pod.Database.Aggregates;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of text. Comparisons use the column's collation.</summary>
public abstract class TextExpression : MemberExpression<string>
{
    private const string NothingBesideNull = "Nothing comes before or after null. Ask for nulls with == null, or leave the condition out.";

    private protected TextExpression(ISqlFragment body)
        : base(body, TextStorage.Instance)
    {
    }

    /// <summary>Rows whose text comes earlier.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator <(TextExpression left, string right) => left.Compare(Comparison.Less, right);

    /// <summary>Rows whose text comes later.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator >(TextExpression left, string right) => left.Compare(Comparison.Greater, right);

    /// <summary>Rows with this or an earlier text.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator <=(TextExpression left, string right) => left.Compare(Comparison.LessOrEqual, right);

    /// <summary>Rows with this or a later text.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator >=(TextExpression left, string right) => left.Compare(Comparison.GreaterOrEqual, right);

    /// <summary>Rows in which the left side comes earlier.</summary>
    public static Filter operator <(TextExpression left, TextExpression right) => new FragmentComparisonFilter(left, Comparison.Less, right);

    /// <summary>Rows in which the left side comes later.</summary>
    public static Filter operator >(TextExpression left, TextExpression right) => new FragmentComparisonFilter(left, Comparison.Greater, right);

    /// <summary>Rows in which the left side does not come later.</summary>
    public static Filter operator <=(TextExpression left, TextExpression right) => new FragmentComparisonFilter(left, Comparison.LessOrEqual, right);

    /// <summary>Rows in which the left side does not come earlier.</summary>
    public static Filter operator >=(TextExpression left, TextExpression right) => new FragmentComparisonFilter(left, Comparison.GreaterOrEqual, right);

    /// <summary>Rows with a text from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public Filter Between(string low, string high) => Range(low, high, isNegated: false);

    /// <summary>Rows with a text outside, or without one.</summary>
    public Filter NotBetween(string low, string high) => Range(low, high, isNegated: true);

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

    /// <summary>How many characters the text has; those outside the basic plane count as one, other than in <see cref="string.Length"/>.</summary>
    public NumberExpression<int, int?> Length() => new(new CallFragment("length", this), ScalarStorage<int>.Instance);

    /// <summary>The text that comes first; null if there is none.</summary>
    /// <param name="where">Takes only rows that match.</param>
    public TextExpression<string?> Min(Filter? where = null) => new(new AggregateFragment("min(", this, where), acceptsNull: true);

    /// <summary>The text that comes last; null if there is none.</summary>
    /// <param name="where">Takes only rows that match.</param>
    public TextExpression<string?> Max(Filter? where = null) => new(new AggregateFragment("max(", this, where), acceptsNull: true);

    private ComparisonFilter Compare(Comparison comparison, string value, [CallerArgumentExpression(nameof(value))] string? name = null)
        => new(this, comparison, Storage.Parameter(value ?? throw new ArgumentNullException(name, NothingBesideNull)));

    private RangeFilter Range(string low, string high, bool isNegated)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        return new(this, Storage.Parameter(low), Storage.Parameter(high), isNegated);
    }

    private PatternFilter Match(string pattern, bool ignoreCase, bool isNegated)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new(this, Storage.Parameter(pattern), ignoreCase, isNegated);
    }
}
