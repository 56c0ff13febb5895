using Pod.Database;
using Pod.EmbeddedPostgres;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Output;

/// <summary>What went wrong outside of Pod: somebody can do something about it, and no stack trace is needed.</summary>
/// <param name="Finding">What and the way out.</param>
/// <param name="ExitCode">What a command exits with.</param>
internal sealed record ExpectedFailure(CommandDiagnostic Finding, int ExitCode)
{
    /// <returns>Null when the exception is a bug.</returns>
    public static ExpectedFailure? Of(Exception exception) => exception switch
    {
        CliException known => new(new CommandDiagnostic(known.Id, DiagnosticSeverity.Error, known.Message), known.ExitCode),
        MigrationException migration => new(CommandDiagnostic.Of(migration), migration.IsRefusal ? Cli.ExitCode.Refused : Cli.ExitCode.Failure),
        PodDatabaseException or EmbeddedPostgresException or IOException or UnauthorizedAccessException =>
            new(new CommandDiagnostic(Id: null, DiagnosticSeverity.Error, exception.Message), Cli.ExitCode.Failure),
        _ => null,
    };
}
