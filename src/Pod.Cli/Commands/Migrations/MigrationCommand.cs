using System.CommandLine;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>dotnet pod migration</c>: all that concerns migrations, one verb each.</summary>
internal static class MigrationCommand
{
    public static Command Create() => new("migration", "Creates, checks and applies migrations.")
    {
        CreateMigrationCommand.Create("create"),
        CheckMigrationCommand.Create(),
        RebaseMigrationCommand.Create(),
        ScriptMigrationCommand.Create(),
        ListMigrationsCommand.Create("list", needsDatabase: false),
        ListMigrationsCommand.Create("status", needsDatabase: true),
        ApplyMigrationsCommand.Create("apply"),
        RepairCommand.Create("repair"),
        RollbackMigrationsCommand.Create(),
    };
}
