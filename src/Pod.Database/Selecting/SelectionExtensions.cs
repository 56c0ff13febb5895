namespace Pod.Database;

/// <summary>What a selection is made into.</summary>
public static class SelectionExtensions
{
    /// <summary>Makes an object of the values of each row: <c>Select.Of(t.Id, t.Name).To((id, name) => new Row(id, name))</c>.</summary>
    public static Selection<TResult> To<T, TResult>(this Selection<T> selection, Func<T, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(make);
        return new(selection.Elements, row => make(selection.Read(row)));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, TResult>(this Selection<(T1, T2)> selection, Func<T1, T2, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, TResult>(this Selection<(T1, T2, T3)> selection, Func<T1, T2, T3, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, T4, TResult>(this Selection<(T1, T2, T3, T4)> selection, Func<T1, T2, T3, T4, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3, values.Item4));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, T4, T5, TResult>(this Selection<(T1, T2, T3, T4, T5)> selection, Func<T1, T2, T3, T4, T5, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3, values.Item4, values.Item5));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, T4, T5, T6, TResult>(this Selection<(T1, T2, T3, T4, T5, T6)> selection, Func<T1, T2, T3, T4, T5, T6, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3, values.Item4, values.Item5, values.Item6));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, T4, T5, T6, T7, TResult>(this Selection<(T1, T2, T3, T4, T5, T6, T7)> selection, Func<T1, T2, T3, T4, T5, T6, T7, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3, values.Item4, values.Item5, values.Item6, values.Item7));
    }

    /// <inheritdoc cref="To{T, TResult}"/>
    public static Selection<TResult> To<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> selection, Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return selection.To(values => make(values.Item1, values.Item2, values.Item3, values.Item4, values.Item5, values.Item6, values.Item7, values.Item8));
    }
}
