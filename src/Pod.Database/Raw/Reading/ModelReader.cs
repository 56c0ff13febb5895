using Npgsql;
using Pod.Database.Execution.Results;

namespace Pod.Database.Raw;

/// <summary>Rows of a model, whose columns stand in any order and among others.</summary>
internal sealed class ModelReader<TRow>(RowTable<TRow> table) : IResultReader<List<TRow>>
    where TRow : class
{
    public async ValueTask<List<TRow>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var columns = new ResultColumns(reader);
        var ordinals = table.VisibleColumns.ConvertAll(column => columns.Find(column.Name) ?? throw new InvalidOperationException(
            $"The query does not give column '{column.Name}', which '{typeof(TRow).Name}' needs. Select all columns of table '{table.TableName}'."));
        int[] map = [.. ordinals];
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(Read(reader, map));
        }

        return rows;
    }

    private TRow Read(NpgsqlDataReader reader, int[] ordinals)
    {
        try
        {
            return table.ReadRow(new RowReader(reader, ordinals));
        }
        catch (InvalidCastException exception)
        {
            throw new InvalidOperationException(
                $"A row cannot be read as '{typeof(TRow).Name}': {exception.Message} Give each column the type that it has in table '{table.TableName}'; "
                + "vectors need the cast ::real[], sparse vectors ::text.",
                exception);
        }
    }
}
