using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>How many rows a statement changed.</summary>
internal sealed class AffectedRowsReader : IResultReader<long>
{
    public static AffectedRowsReader Instance { get; } = new();

    public ValueTask<long> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) => new((long)reader.RecordsAffected);

    public long CountRows(long result) => Math.Max(result, 0);
}
