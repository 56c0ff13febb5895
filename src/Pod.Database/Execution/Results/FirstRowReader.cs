using Npgsql;
using Pod.Database.Includes;

namespace Pod.Database.Execution.Results;

/// <summary>The first row of a result, or null.</summary>
internal sealed class FirstRowReader<TRow>(RowShape<TRow> shape) : IResultReader<TRow?>
    where TRow : class
{
    public async ValueTask<TRow?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
        => await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? shape.Read(reader) : null;
}
