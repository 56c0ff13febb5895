using System.Diagnostics.CodeAnalysis;

namespace Pod.Database;

/// <summary>Columns and expressions that a query reads of each row: <c>t => Select.Of(t.Id, t.Customer.Name, t.Lines.Count())</c>.</summary>
[SuppressMessage("Naming", "CA1716", Justification = "It is SQL's word, and nobody derives from it.")]
public static class Select
{
    /// <summary>Reads these of each row; nothing else travels.</summary>
    public static Selection<T> Of<T>(ISelectable<T> only)
    {
        ArgumentNullException.ThrowIfNull(only);
        var element1 = only.Selected;
        return new([element1], row => element1.Read(row, 0));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2)> Of<T1, T2>(ISelectable<T1> first, ISelectable<T2> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var element1 = first.Selected;
        var element2 = second.Selected;
        return new([element1, element2], row => (element1.Read(row, 0), element2.Read(row, 1)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3)> Of<T1, T2, T3>(ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        return new([element1, element2, element3], row => (element1.Read(row, 0), element2.Read(row, 1), element3.Read(row, 2)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4)> Of<T1, T2, T3, T4>(
        ISelectable<T1> first, ISelectable<T2> second,
        ISelectable<T3> third, ISelectable<T4> fourth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        var element4 = fourth.Selected;
        return new(
            [element1, element2, element3, element4],
            row => (element1.Read(row, 0), element2.Read(row, 1),
                element3.Read(row, 2), element4.Read(row, 3)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5)> Of<T1, T2, T3, T4, T5>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third,
        ISelectable<T4> fourth, ISelectable<T5> fifth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        ArgumentNullException.ThrowIfNull(fifth);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        var element4 = fourth.Selected;
        var element5 = fifth.Selected;
        return new(
            [element1, element2, element3, element4, element5],
            row => (element1.Read(row, 0), element2.Read(row, 1), element3.Read(row, 2),
                element4.Read(row, 3), element5.Read(row, 4)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6)> Of<T1, T2, T3, T4, T5, T6>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third,
        ISelectable<T4> fourth, ISelectable<T5> fifth, ISelectable<T6> sixth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        ArgumentNullException.ThrowIfNull(fifth);
        ArgumentNullException.ThrowIfNull(sixth);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        var element4 = fourth.Selected;
        var element5 = fifth.Selected;
        var element6 = sixth.Selected;
        return new(
            [element1, element2, element3, element4, element5, element6],
            row => (element1.Read(row, 0), element2.Read(row, 1), element3.Read(row, 2),
                element4.Read(row, 3), element5.Read(row, 4), element6.Read(row, 5)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7)> Of<T1, T2, T3, T4, T5, T6, T7>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third, ISelectable<T4> fourth,
        ISelectable<T5> fifth, ISelectable<T6> sixth, ISelectable<T7> seventh)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        ArgumentNullException.ThrowIfNull(fifth);
        ArgumentNullException.ThrowIfNull(sixth);
        ArgumentNullException.ThrowIfNull(seventh);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        var element4 = fourth.Selected;
        var element5 = fifth.Selected;
        var element6 = sixth.Selected;
        var element7 = seventh.Selected;
        return new(
            [element1, element2, element3, element4, element5, element6, element7],
            row => (element1.Read(row, 0), element2.Read(row, 1), element3.Read(row, 2), element4.Read(row, 3),
                element5.Read(row, 4), element6.Read(row, 5), element7.Read(row, 6)));
    }

    /// <inheritdoc cref="Of{T}"/>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> Of<T1, T2, T3, T4, T5, T6, T7, T8>(
        ISelectable<T1> first, ISelectable<T2> second, ISelectable<T3> third, ISelectable<T4> fourth,
        ISelectable<T5> fifth, ISelectable<T6> sixth, ISelectable<T7> seventh, ISelectable<T8> eighth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        ArgumentNullException.ThrowIfNull(fifth);
        ArgumentNullException.ThrowIfNull(sixth);
        ArgumentNullException.ThrowIfNull(seventh);
        ArgumentNullException.ThrowIfNull(eighth);
        var element1 = first.Selected;
        var element2 = second.Selected;
        var element3 = third.Selected;
        var element4 = fourth.Selected;
        var element5 = fifth.Selected;
        var element6 = sixth.Selected;
        var element7 = seventh.Selected;
        var element8 = eighth.Selected;
        return new(
            [element1, element2, element3, element4, element5, element6, element7, element8],
            row => (element1.Read(row, 0), element2.Read(row, 1), element3.Read(row, 2), element4.Read(row, 3),
                element5.Read(row, 4), element6.Read(row, 5), element7.Read(row, 6), element8.Read(row, 7)));
    }
}
