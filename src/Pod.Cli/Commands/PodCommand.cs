using System.CommandLine;
using Pod.Cli.Commands.Migrations;

namespace Pod.Cli.Commands;

/// <summary>The tool's root command.</summary>
internal static class PodCommand
{
    public static RootCommand Create() => new("Generates code, creates and applies migrations of a Pod server.")
    {
        GenerateCommand.Create(),
        CreateMigrationCommand.Create("create-migration"),
        MigrationCommand.Create(),
        VersionCommand.Create(),
    };
}
