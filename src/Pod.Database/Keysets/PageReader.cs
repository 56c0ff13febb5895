using Npgsql;
using Pod.Database.Execution.Results;
using Pod.Database.Includes;

namespace Pod.Database.Keysets;

/// <summary>Reads the rows of a page, and the keys of the last one if the result has a row more.</summary>
internal sealed class PageReader<TRow>(RowShape<TRow> shape, int keys, int limit) : IResultReader<(List<TRow> Rows, string?[]? Last)>
    where TRow : class
{
    public async ValueTask<(List<TRow> Rows, string?[]? Last)> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        var last = new string?[keys];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (rows.Count == limit)
            {
                return (rows, last);
            }

            rows.Add(shape.Read(reader));
            if (rows.Count == limit)
            {
                ReadKeys(reader, last);
            }
        }

        return (rows, null);
    }

    public long CountRows((List<TRow> Rows, string?[]? Last) result) => result.Rows.Count;

    // The keys are the last columns.
    private static void ReadKeys(NpgsqlDataReader reader, string?[] last)
    {
        var first = reader.FieldCount - last.Length;
        for (var i = 0; i < last.Length; i++)
        {
            last[i] = reader.IsDBNull(first + i) ? null : reader.GetString(first + i);
        }
    }
}
