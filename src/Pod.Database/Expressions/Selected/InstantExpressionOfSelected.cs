using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of instants, with the C# type of a selected value.</summary>
/// <typeparam name="T"><see cref="DateTime"/> or <see cref="DateTimeOffset"/>.</typeparam>
/// <typeparam name="TSelected"><typeparamref name="T"/>, or that or null.</typeparam>
public class InstantExpression<T, TSelected> : InstantExpression<T>, ISelectable<TSelected>
    where T : struct
{
    internal InstantExpression(ISqlFragment body, ColumnStorage<T> storage)
        : base(body, storage)
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.OfValue(this, Storage);

    /// <summary>The instant that much later.</summary>
    public static InstantExpression<T, TSelected> operator +(InstantExpression<T, TSelected> left, TimeSpan right)
        => Shift<TSelected>(left, "+", TimeSpanExpression.Value(right));

    /// <summary>The instant that much earlier.</summary>
    public static InstantExpression<T, TSelected> operator -(InstantExpression<T, TSelected> left, TimeSpan right)
        => Shift<TSelected>(left, "-", TimeSpanExpression.Value(right));

    /// <summary>The beginning of the second, day, month and so on that the instant lies in: <c>t.PaidAt.Truncate(TimeUnit.Month, "Europe/Oslo")</c>.</summary>
    /// <param name="unit">What to cut off at; weeks begin on Mondays.</param>
    /// <param name="timeZone">The zone whose clock counts, by its IANA name.</param>
    public InstantExpression<T, TSelected> Truncate(TimeUnit unit, string timeZone = "UTC") => new(new TruncateFragment(this, unit, timeZone), Storage);
}
