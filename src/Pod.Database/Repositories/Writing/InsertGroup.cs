using Pod.Database.Tables;

namespace Pod.Database.Repositories;

/// <summary>New rows that bring values for the same columns.</summary>
internal sealed class InsertGroup<TRow>
{
    private readonly List<int>? _positions;
    private readonly bool[] _writes;

    /// <summary>Begins a group with the columns of its first row.</summary>
    public InsertGroup(List<ColumnBinding<TRow>> columns, ColumnBinding<TRow>[] defaults, TRow first)
        : this(columns, defaults, first, [])
        => _positions = [];

    private InsertGroup(List<ColumnBinding<TRow>> columns, ColumnBinding<TRow>[] defaults, TRow first, List<TRow> rows)
    {
        Columns = [.. columns.Where(binding => !binding.Column.HasDefault || !binding.IsUnset(first))];
        Rows = rows;
        _writes = Array.ConvertAll(defaults, binding => !binding.IsUnset(first));
    }

    public ColumnBinding<TRow>[] Columns { get; }

    public List<TRow> Rows { get; }

    /// <summary>One group of all rows, if they bring values for the same columns: the usual case, which needs no copies.</summary>
    public static InsertGroup<TRow>? OfAll(List<ColumnBinding<TRow>> columns, ColumnBinding<TRow>[] defaults, List<TRow> rows)
    {
        var group = new InsertGroup<TRow>(columns, defaults, rows[0], rows);
        foreach (var row in rows)
        {
            if (!group.Fits(row, defaults))
            {
                return null;
            }
        }

        return group;
    }

    public bool Fits(TRow row, ColumnBinding<TRow>[] defaults)
    {
        for (var i = 0; i < defaults.Length; i++)
        {
            if (_writes[i] == defaults[i].IsUnset(row))
            {
                return false;
            }
        }

        return true;
    }

    public void Add(TRow row, int position)
    {
        Rows.Add(row);
        _positions!.Add(position);
    }

    /// <summary>Where a row of the group stands among all rows of the call.</summary>
    public int PositionOf(int index) => _positions is null ? index : _positions[index];
}
