using Npgsql;
using Pod.Database.Execution.Results;

namespace Pod.Database.Raw;

/// <summary>Rows of columns that are not known beforehand.</summary>
internal sealed class QueryResultReader : IResultReader<QueryResult>
{
    public static QueryResultReader Instance { get; } = new();

    public async ValueTask<QueryResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var columns = new ResultColumns(reader);
        var rows = new List<QueryRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var values = new object?[columns.Names.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i) ? null : Field.Read(reader, i, static (r, ordinal) => r.GetValue(ordinal));
            }

            rows.Add(new QueryRow(columns, values));
        }

        return new QueryResult(columns.Names, rows, Math.Max(reader.RecordsAffected, 0));
    }

    public long CountRows(QueryResult result) => Math.Max(result.AffectedRows, result.Rows.Count);
}
