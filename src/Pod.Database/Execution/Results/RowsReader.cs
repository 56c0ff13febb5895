using Npgsql;
using Pod.Database.Includes;

namespace Pod.Database.Execution.Results;

/// <summary>All rows of a result.</summary>
internal sealed class RowsReader<TRow>(RowShape<TRow> shape) : IResultReader<List<TRow>>
    where TRow : class
{
    public async ValueTask<List<TRow>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(shape.Read(reader));
        }

        return rows;
    }
}
