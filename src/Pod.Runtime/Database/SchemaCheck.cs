using Microsoft.Extensions.Logging;
using Pod.Database;
using Pod.Runtime.Diagnostics;
using Pod.Schema;

namespace Pod.Runtime.Database;

/// <summary>Compares the database with what the code was generated for, before the first query finds out.</summary>
internal sealed class SchemaCheck(PodDatabase database, MigrationRunner runner, SchemaMismatch reaction, ILogger logger)
{
    /// <summary>Compares, and ends the start when statements would fail.</summary>
    /// <exception cref="PodStartException">POD3055: something that the code needs is not there.</exception>
    public async Task RunAsync(DatabaseSchema expected, CancellationToken cancellationToken)
    {
        var states = await runner.ReadStatusAsync(cancellationToken).ConfigureAwait(false);
        // Deployed without its migrations, a server knows none of the database's versions, and that says nothing.
        if (states.Any(static state => !state.IsUnknown) && states.LastOrDefault(static state => state.IsUnknown) is { } newest)
        {
            logger.DatabaseIsNewer(newest.Version);
        }

        var comparison = await database.CompareSchemaAsync(expected, cancellationToken).ConfigureAwait(false);
        if (comparison.IsMatch)
        {
            return;
        }

        var differences = comparison.Describe(DifferenceWeight.Notable);
        var remedy = Remedy(states);
        if (comparison.IsFatal && reaction == SchemaMismatch.Fail)
        {
            throw new PodStartException(
                $"The server cannot start: POD3055: the database '{database.Name}' is not what the code was generated for:\n{differences}\n{remedy}", PodStartException.Failed);
        }

        logger.SchemaDiffers(differences, remedy);
    }

    private static string Remedy(IReadOnlyList<MigrationState> states) => states.Count(static state => !state.IsApplied) switch
    {
        0 => "Run 'dotnet pod migration repair' to see and mend the differences, or 'dotnet pod create-migration' if the models changed.",
        1 => $"Migration {states.First(static state => !state.IsApplied).Version} is not applied: run 'dotnet pod migrate', or start with --apply-migrations.",
        var pending => $"{pending} migrations are not applied: run 'dotnet pod migrate', or start with --apply-migrations.",
    };
}
