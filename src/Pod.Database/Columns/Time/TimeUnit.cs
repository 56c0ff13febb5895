namespace Pod.Database;

/// <summary>What <see cref="InstantExpression{T, TSelected}.Truncate"/> cuts off at.</summary>
public enum TimeUnit
{
    /// <summary>Whole seconds.</summary>
    Second,

    /// <summary>Whole minutes.</summary>
    Minute,

    /// <summary>Whole hours.</summary>
    Hour,

    /// <summary>Midnight.</summary>
    Day,

    /// <summary>Midnight of Monday.</summary>
    Week,

    /// <summary>The first day of the month.</summary>
    Month,

    /// <summary>The first day of January, April, July or October.</summary>
    Quarter,

    /// <summary>The first day of January.</summary>
    Year,
}
