using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>The one value of a result that always has one row.</summary>
internal sealed class ValueReader<T> : IResultReader<T>
    where T : struct
{
    public static ValueReader<T> Instance { get; } = new();

    public async ValueTask<T> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return reader.GetFieldValue<T>(0);
    }
}
