using Pod.Database.Filters;

namespace Pod.Database.Repositories;

/// <summary>Rules for rows that have to exist already.</summary>
internal static class StoredRows
{
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public static List<TRow> Copy<TRow>(IReadOnlyCollection<TRow> rows)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        var copy = new List<TRow>(rows);
        return copy.Contains(null!) ? throw new ArgumentException("A row is null.", nameof(rows)) : copy;
    }

    public static Filter HaveIds<TRow, TId>(Table<TRow, TId> table, List<TRow> rows)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        => MembershipFilter.Of(table.Id, table.IdStorage, rows.Select(static row => (TId?)row.Id), isNegated: false);

    /// <summary>Refuses rows without id and the same row twice, whose outcome would be a matter of chance.</summary>
    public static void Require<TRow, TId>(IReadOnlyList<TRow> rows)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var positions = rows.Count > 1 ? new Dictionary<TId, int>(rows.Count) : null;
        for (var i = 0; i < rows.Count; i++)
        {
            var id = rows[i].Id;
            if (id.Equals(default))
            {
                throw new ArgumentException(
                    $"The {typeof(TRow).Name} at position {i} has no id: it was never stored. Insert it first.", nameof(rows));
            }

            if (positions is not null && !positions.TryAdd(id, i))
            {
                throw new ArgumentException($"The {typeof(TRow).Name} with id {id} stands at positions {positions[id]} and {i}.", nameof(rows));
            }
        }
    }

    /// <summary>The ids of the arguments that a write did not find.</summary>
    public static List<TId> Missed<TRow, TId>(List<TRow> arguments, List<TRow> returned)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        => arguments.Count == returned.Count
            ? []
            : [.. arguments.Select(static row => row.Id).Except(returned.Select(static row => row.Id))];

    /// <summary>Puts what the database returned into the order of the arguments; rows that it did not return are left out.</summary>
    public static List<TRow> InOrderOf<TRow, TId>(RowTable<TRow> table, List<TRow> arguments, List<TRow> returned)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var byId = returned.ToDictionary(static row => row.Id);
        var result = new List<TRow>(returned.Count);
        foreach (var argument in arguments)
        {
            if (byId.TryGetValue(argument.Id, out var row))
            {
                result.Add(table.UnstoredKeeper is { } keep ? keep(row, argument) : row);
            }
        }

        return result;
    }
}
