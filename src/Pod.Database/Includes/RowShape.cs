using Npgsql;

namespace Pod.Database.Includes;

/// <summary>Where in a result row a model's columns and those of its included relatives stand.</summary>
internal sealed class RowShape<TRow>(RowTable<TRow> table, int offset, OneShape<TRow>[] ones, ManyInclude<TRow>[] lists)
    where TRow : class
{
    private readonly List<TRow>? _parents = lists.Length > 0 ? [] : null;

    /// <summary>Whether lists of children have to be loaded after the rows.</summary>
    public bool HasLists { get; } = lists.Length > 0 || ones.Any(static one => one.HasLists);

    public int IdOrdinal => offset + table.IdColumn.Ordinal;

    public TRow Read(NpgsqlDataReader reader)
    {
        var row = table.ReadRow(new RowReader(reader, offset));
        foreach (var one in ones)
        {
            one.Read(reader, row);
        }

        _parents?.Add(row);
        return row;
    }

    /// <summary>Loads the lists of the rows read since the last time, one statement per list.</summary>
    public async Task LoadListsAsync(IDatabaseSession session, CancellationToken cancellationToken)
    {
        foreach (var list in lists)
        {
            await list.LoadAsync(session, _parents!, cancellationToken).ConfigureAwait(false);
        }

        _parents?.Clear();

        foreach (var one in ones)
        {
            await one.LoadListsAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }
}
