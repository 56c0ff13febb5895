using System.Globalization;
using Pod.Cli.Output;
using Pod.Database;
using Pod.Generator.Migrations;
using static Pod.Schema.Sql.PostgresIdentifier;

namespace Pod.Cli.Database;

/// <summary>Says how many rows a database would lose.</summary>
internal static class LossCount
{
    /// <summary>Prints a line for each finding that loses data.</summary>
    public static async Task PrintAsync(PodDatabase database, MigrationPlan plan, CancellationToken cancellationToken)
    {
        var schema = await database.ReadSchemaAsync(cancellationToken);
        foreach (var finding in plan.Findings.Where(static finding => finding.LosesData))
        {
            if (schema.FindTable(finding.Table) is not { } table)
            {
                continue;
            }

            var column = finding.Column is { } name && table.FindColumn(name) is not null ? Quote(name) : "*";
            var rows = await new DatabaseSession(database).Db.QueryAsync<long>(Sql.Unsafe($"SELECT count({column}) FROM {Quote(table.Name)}"), cancellationToken);
            CommandOutput.Note($"{finding.Id}: {rows[0].ToString(CultureInfo.InvariantCulture)} rows of '{finding.Table}{(finding.Column is null ? "" : "." + finding.Column)}' would lose their values.");
        }
    }
}
