using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>Turns what a statement answers into a result.</summary>
internal interface IResultReader<TResult>
{
    ValueTask<TResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);
}
