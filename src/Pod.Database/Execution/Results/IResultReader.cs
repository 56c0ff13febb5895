using System.Collections;
using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>Turns what a statement answers into a result.</summary>
internal interface IResultReader<TResult>
{
    ValueTask<TResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);

    /// <summary>How many rows a result stands for; asked only when somebody listens.</summary>
    long CountRows(TResult result)
        => result switch
        {
            ICollection rows => rows.Count,
            null => 0,
            _ => 1,
        };
}
