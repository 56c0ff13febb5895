using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Pod.Runtime;
using Pod.Schema.Sql;

namespace Pod.Testing.Databases;

/// <summary>The template of a project without migrations: a database with the tables of its models, made once per process.</summary>
internal static class ModelTemplate
{
    public static Task<string> GetAsync(DatabaseServer server, PodServerProtocol protocol, IServiceProvider services)
    {
        var searchPath = services.GetRequiredService<IOptions<PodOptions>>().Value.Database.SearchPath;
        return server.GetTemplateAsync($"models of {protocol.GetType().AssemblyQualifiedName}", async connectionString =>
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.SearchPath = searchPath ?? settings.SearchPath;
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync().ConfigureAwait(false);
#pragma warning disable CA2100 // The text is made of the generated schema.
            await using var command = new NpgsqlCommand(PostgresSchema.Create(protocol.CompleteSchema), connection);
#pragma warning restore CA2100
            try
            {
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
            catch (PostgresException exception)
            {
                throw new PodTestStartException($"The tables of the models could not be made in the test database: {exception.MessageText}", exception);
            }
        });
    }
}
