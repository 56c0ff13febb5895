using Pod.Database.Tables;

namespace Pod.Database.Repositories;

/// <summary>New rows that bring values for the same columns.</summary>
internal sealed class InsertGroup<TRow>(ColumnBinding<TRow>[] columns)
{
    private readonly HashSet<Column> _written = [.. columns.Select(static binding => binding.Column)];

    public ColumnBinding<TRow>[] Columns => columns;

    public List<TRow> Rows { get; } = [];

    /// <summary>Where the rows stand among all rows of the call.</summary>
    public List<int> Positions { get; } = [];

    public bool Fits(TRow row, ColumnBinding<TRow>[] defaults)
    {
        foreach (var binding in defaults)
        {
            if (_written.Contains(binding.Column) == binding.IsUnset(row))
            {
                return false;
            }
        }

        return true;
    }

    public void Add(TRow row, int position)
    {
        Rows.Add(row);
        Positions.Add(position);
    }
}
