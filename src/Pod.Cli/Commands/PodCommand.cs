using System.CommandLine;
using Pod.Cli.Commands.Contracts;
using Pod.Cli.Commands.Database;
using Pod.Cli.Commands.Migrations;

namespace Pod.Cli.Commands;

/// <summary>The tool's root command.</summary>
internal static class PodCommand
{
    public static RootCommand Create() => new("Generates code, creates and applies migrations of a Pod server.")
    {
        CreateCommand.Create(),
        GenerateCommand.Create(),
        CreateMigrationCommand.Create("create-migration"),
        RepairCommand.Create("create-repair-migration"),
        ApplyMigrationsCommand.Create("migrate"),
        MigrationCommand.Create(),
        ContractCommand.Create(),
        StartCommand.Create(),
        DatabaseCommand.Create(),
        DoctorCommand.Create(),
        VersionCommand.Create(),
        CompletionCommand.Create(),
    };
}
