using Npgsql;
using Pod.Database.Includes;

namespace Pod.Database.Execution.Results;

/// <summary>All rows of a result.</summary>
/// <param name="shape">How a row is read.</param>
/// <param name="rows">Where they go; null for a new list.</param>
internal sealed class RowsReader<TRow>(RowShape<TRow> shape, List<TRow>? rows = null) : IResultReader<List<TRow>>
    where TRow : class
{
    public async ValueTask<List<TRow>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var target = rows ?? [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            target.Add(shape.Read(reader));
        }

        return target;
    }
}
