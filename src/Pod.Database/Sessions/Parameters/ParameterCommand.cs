using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Sessions;

/// <summary>Sets runtime parameters; names and values travel as arrays, so the text is always the same.</summary>
internal static class ParameterCommand
{
    /// <param name="parameters">What to set.</param>
    /// <param name="isLocal">Whether the end of the transaction undoes it.</param>
    public static NpgsqlCommand Of(IEnumerable<RuntimeParameters> parameters, bool isLocal)
    {
        var values = parameters.SelectMany(static set => set.Values).ToList();
        return new NpgsqlCommand("SELECT count(set_config(n, v, $3)) FROM unnest($1, $2) AS p (n, v)")
        {
            Parameters =
            {
                Array(values.ConvertAll(static pair => pair.Name)),
                Array(values.ConvertAll(static pair => pair.Value)),
                new NpgsqlParameter<bool> { TypedValue = isLocal },
            },
        };
    }

    private static NpgsqlParameter<string[]> Array(List<string> values)
        => new() { NpgsqlDbType = NpgsqlDbType.Text | NpgsqlDbType.Array, TypedValue = [.. values] };
}
