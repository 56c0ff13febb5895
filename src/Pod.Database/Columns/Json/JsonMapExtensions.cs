using Pod.Database.Columns.Json;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;

namespace Pod.Database;

/// <summary>Conditions on maps that are stored as JSON.</summary>
public static class JsonMapExtensions
{
    /// <summary>Rows whose map has the key, whatever its value. An index of type gin serves this.</summary>
    public static Filter HasKey<TValue>(this JsonColumn<Dictionary<string, TValue>> column, string key)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(key);
        return new JsonFilter(column.Binary, "?", new ParameterFragment(TextStorage.Instance.Parameter(key)));
    }
}
