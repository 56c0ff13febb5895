using System.Numerics;
using Pod.Database.Aggregates;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>Sums and averages of numbers; the types are wide enough for many rows.</summary>
public static class NumberExpressionExtensions
{
    /// <summary>The sum; null if there is no value.</summary>
    /// <param name="number">What to add up.</param>
    /// <param name="where">Takes only rows that match.</param>
    public static NumberExpression<long, long?> Sum(this NumberExpression<short> number, Filter? where = null) => Fold<short, long>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<long, long?> Sum(this NumberExpression<int> number, Filter? where = null) => Fold<int, long>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<decimal, decimal?> Sum(this NumberExpression<long> number, Filter? where = null) => Fold<long, decimal>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<float, float?> Sum(this NumberExpression<float> number, Filter? where = null) => Fold<float, float>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Sum(this NumberExpression<double> number, Filter? where = null) => Fold<double, double>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<decimal, decimal?> Sum(this NumberExpression<decimal> number, Filter? where = null) => Fold<decimal, decimal>("sum(", number, where);

    /// <inheritdoc cref="Sum(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<BigInteger, BigInteger?> Sum(this NumberExpression<BigInteger> number, Filter? where = null) => Fold<BigInteger, BigInteger>("sum(", number, where);

    /// <summary>The mean; null if there is no value.</summary>
    /// <param name="number">What to take the mean of.</param>
    /// <param name="where">Takes only rows that match.</param>
    public static NumberExpression<double, double?> Average(this NumberExpression<short> number, Filter? where = null)
        => Fold<short, double>("avg(", number, where, "::double precision");

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Average(this NumberExpression<int> number, Filter? where = null)
        => Fold<int, double>("avg(", number, where, "::double precision");

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Average(this NumberExpression<long> number, Filter? where = null)
        => Fold<long, double>("avg(", number, where, "::double precision");

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Average(this NumberExpression<float> number, Filter? where = null)
        => Fold<float, double>("avg(", number, where);

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Average(this NumberExpression<double> number, Filter? where = null)
        => Fold<double, double>("avg(", number, where);

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<decimal, decimal?> Average(this NumberExpression<decimal> number, Filter? where = null)
        => Fold<decimal, decimal>("avg(", number, where);

    /// <inheritdoc cref="Average(NumberExpression{short}, Filter?)"/>
    public static NumberExpression<double, double?> Average(this NumberExpression<BigInteger> number, Filter? where = null)
        => Fold<BigInteger, double>("avg(", number, where, "::double precision");

    private static NumberExpression<TResult, TResult?> Fold<T, TResult>(string function, NumberExpression<T> number, Filter? where, string cast = "")
        where T : struct, INumber<T>
        where TResult : struct, INumber<TResult>
    {
        ArgumentNullException.ThrowIfNull(number);
        return new(new AggregateFragment(function, number, where, cast), ScalarStorage<TResult>.Instance);
    }
}
