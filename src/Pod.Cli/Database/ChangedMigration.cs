using Pod.Cli.Output;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Database;

/// <summary>POD3053: a migration that the database has with another text.</summary>
internal static class ChangedMigration
{
    public static CommandDiagnostic Finding(string version, DiagnosticSeverity severity) =>
        new("POD3053", severity, $"migration {version} was applied with another text than its migration.sql has now. Restore the file from version control.");
}
