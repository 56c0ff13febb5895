using Npgsql;
using Pod.Database;
using Pod.Database.Sessions;

namespace Pod.Testing.Isolating;

/// <summary>What settings were before a transaction of the code under test changed them: a real one would restore them at its end, a savepoint does not.</summary>
internal sealed class RememberedParameters
{
    private readonly Dictionary<string, string> _former = new(StringComparer.Ordinal);

    public async Task RememberAsync(Transaction transaction, IReadOnlyCollection<RuntimeParameters> parameters, CancellationToken cancellationToken)
    {
        foreach (var name in parameters.SelectMany(static set => set.Values).Select(static value => value.Name).Where(name => !_former.ContainsKey(name)))
        {
            var connection = await transaction.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await using var command = new NpgsqlCommand("SELECT coalesce(current_setting($1, true), '')", connection)
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
                };
                _former[name] = (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            }
            finally
            {
                transaction.Leave();
            }
        }
    }

    public async Task RestoreAsync(Transaction transaction)
    {
        if (_former.Count == 0)
        {
            return;
        }

        var connection = await transaction.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await using var command = ParameterCommand.Of(_former.Select(static pair => RuntimeParameters.Custom(pair.Key, pair.Value)), isLocal: true);
            command.Connection = connection;
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        finally
        {
            transaction.Leave();
        }
    }
}
