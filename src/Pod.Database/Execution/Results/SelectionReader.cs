using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>What a selection makes of each row.</summary>
internal sealed class SelectionReader<T>(Func<RowReader, T> read) : IResultReader<List<T>>
{
    public async ValueTask<List<T>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var results = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            results.Add(read(new RowReader(reader, offset: 0)));
        }

        return results;
    }
}
