using Npgsql;

namespace Pod.Testing.Isolating;

/// <summary>Makes the statements that check deferred constraints where a commit would, and defer them again afterwards.</summary>
internal static class DeferredConstraints
{
    private const string Query =
        """
        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.conname), c.condeferred
        FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace
        WHERE c.condeferrable
        """;

    /// <summary>Gives the text, or null when no constraint of the database can be deferred.</summary>
    public static async Task<string?> ReadAsync(NpgsqlConnection connection)
    {
        var (hasAny, deferred) = (false, new List<string>());
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            hasAny = true;
            if (reader.GetBoolean(1))
            {
                deferred.Add(reader.GetString(0));
            }
        }

        return !hasAny ? null
            : deferred.Count == 0 ? "SET CONSTRAINTS ALL IMMEDIATE"
            : $"SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS {string.Join(", ", deferred)} DEFERRED";
    }
}
