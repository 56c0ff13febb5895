namespace Pod.Database;

/// <summary>What rows of one group have in common: <c>t => Key.Of(t.PaidAt.Date(), t.Customer.Country)</c>.</summary>
public static class Key
{
    /// <summary>Puts rows into one group that have the same values here; nulls are the same.</summary>
    public static Selection<T> Of<T>(ISelectable<T> only)
        => Select.Of(only);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2)> Of<T1, T2>(ISelectable<T1> first, ISelectable<T2> second)
        => Select.Of(first, second);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3)> Of<T1, T2, T3>(ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third)
        => Select.Of(first, second, third);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4)> Of<T1, T2, T3, T4>(
        ISelectable<T1> first, ISelectable<T2> second,
        ISelectable<T3> third, ISelectable<T4> fourth)
        => Select.Of(first, second, third, fourth);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5)> Of<T1, T2, T3, T4, T5>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third,
        ISelectable<T4> fourth, ISelectable<T5> fifth)
        => Select.Of(first, second, third, fourth, fifth);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6)> Of<T1, T2, T3, T4, T5, T6>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third,
        ISelectable<T4> fourth, ISelectable<T5> fifth, ISelectable<T6> sixth)
        => Select.Of(first, second, third, fourth, fifth, sixth);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7)> Of<T1, T2, T3, T4, T5, T6, T7>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third, ISelectable<T4> fourth,
        ISelectable<T5> fifth, ISelectable<T6> sixth, ISelectable<T7> seventh)
        => Select.Of(first, second, third, fourth, fifth, sixth, seventh);

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> Of<T1, T2, T3, T4, T5, T6, T7, T8>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third, ISelectable<T4> fourth,
        ISelectable<T5> fifth, ISelectable<T6> sixth, ISelectable<T7> seventh, ISelectable<T8> eighth)
        => Select.Of(first, second, third, fourth, fifth, sixth, seventh, eighth);
}
