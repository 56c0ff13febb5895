using Npgsql;
using Pod.Database.Execution.Results;

namespace Pod.Database.Raw;

/// <summary>All rows of a result with a fixed number of columns.</summary>
internal sealed class FieldsReader<T>(int count, Func<NpgsqlDataReader, T> read) : IResultReader<List<T>>
{
    public async ValueTask<List<T>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (reader.FieldCount != count)
        {
            throw new InvalidOperationException(
                $"The query gives {reader.FieldCount} columns, but {count} {(count == 1 ? "is" : "are")} read. Name one type per column.");
        }

        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
