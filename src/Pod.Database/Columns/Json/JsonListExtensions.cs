using Pod.Database.Columns.Json;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;

namespace Pod.Database;

/// <summary>Conditions on lists and sets that are stored as JSON.</summary>
public static class JsonListExtensions
{
    /// <summary>Rows whose list has this value. An index of type gin serves this.</summary>
    /// <remarks>Values that are JSON objects or arrays match elements that have at least what they have.</remarks>
    public static Filter Contains<T>(this JsonColumn<List<T>> column, T value) => Having(column, [value]);

    /// <inheritdoc cref="Contains{T}(JsonColumn{List{T}}, T)"/>
    public static Filter Contains<T>(this JsonColumn<HashSet<T>> column, T value) => Having(column, [value]);

    /// <summary>Rows whose list has all of these values; without values, rows that have a list. An index of type gin serves this.</summary>
    /// <inheritdoc cref="Contains{T}(JsonColumn{List{T}}, T)"/>
    public static Filter ContainsAll<T>(this JsonColumn<List<T>> column, params IEnumerable<T> values) => Having(column, [.. values]);

    /// <inheritdoc cref="ContainsAll{T}(JsonColumn{List{T}}, IEnumerable{T})"/>
    public static Filter ContainsAll<T>(this JsonColumn<HashSet<T>> column, params IEnumerable<T> values) => Having(column, [.. values]);

    /// <summary>Rows whose list has at least one of these values.</summary>
    /// <inheritdoc cref="Contains{T}(JsonColumn{List{T}}, T)"/>
    public static Filter ContainsAny<T>(this JsonColumn<List<T>> column, params IEnumerable<T> values)
        => HavingAny(column, [.. values.Select(static List<T> (value) => [value])]);

    /// <inheritdoc cref="ContainsAny{T}(JsonColumn{List{T}}, IEnumerable{T})"/>
    public static Filter ContainsAny<T>(this JsonColumn<HashSet<T>> column, params IEnumerable<T> values)
        => HavingAny(column, [.. values.Select(static HashSet<T> (value) => [value])]);

    /// <summary>How many values the list has.</summary>
    public static NumberExpression<int, int?> Length<T>(this JsonColumn<List<T>> column) => Count(column);

    /// <inheritdoc cref="Length{T}(JsonColumn{List{T}})"/>
    public static NumberExpression<int, int?> Length<T>(this JsonColumn<HashSet<T>> column) => Count(column);

    private static JsonFilter Having<TList>(JsonColumn<TList> column, TList values)
        where TList : notnull
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Contains(column.Storage.Parameter(values));
    }

    private static JsonFilter HavingAny<TList>(JsonColumn<TList> column, TList[] lists)
        where TList : notnull
    {
        ArgumentNullException.ThrowIfNull(column);
        var array = column.Storage.CreateArray(lists.Length);
        for (var i = 0; i < lists.Length; i++)
        {
            array.Set(i, lists[i]);
        }

        return new(column.Binary, "@>", new CallFragment("ANY", new ParameterFragment(array.Parameter)));
    }

    private static NumberExpression<int, int?> Count<TList>(JsonColumn<TList> column)
        where TList : notnull
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(new CallFragment("jsonb_array_length", column.Binary), ScalarStorage<int>.Instance);
    }
}
