using Npgsql;

namespace Pod.Database.Execution.Results;

/// <summary>A column of names.</summary>
internal sealed class NamesReader : IResultReader<HashSet<string>>
{
    public static NamesReader Instance { get; } = new();

    public async ValueTask<HashSet<string>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
