using System.Globalization;
using Npgsql;

namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>Short-lived connections without a pool, so that no connection outlives its server.</summary>
internal static class Sql
{
    public static async Task RunAsync(string connectionString, string statement)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string> ReadAsync(string connectionString, string query)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(query, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
