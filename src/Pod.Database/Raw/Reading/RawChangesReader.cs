using Npgsql;
using Pod.Database.Execution.Results;

namespace Pod.Database.Raw;

/// <summary>How many rows one or several statements changed; they may give rows of their own, which nobody wants.</summary>
internal sealed class RawChangesReader : IResultReader<long>
{
    public static RawChangesReader Instance { get; } = new();

    public async ValueTask<long> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return Math.Max(reader.RecordsAffected, 0);
    }

    public long CountRows(long result) => result;
}
