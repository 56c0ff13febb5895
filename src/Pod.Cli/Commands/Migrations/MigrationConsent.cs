using Pod.Cli.Output;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Migrations;

/// <summary>Whether a migration or a repair may be written.</summary>
internal static class MigrationConsent
{
    /// <summary>Prints the findings and what would accept them.</summary>
    /// <param name="findings">What would be deleted, might fail, or is impossible.</param>
    /// <param name="isAccepted">Whether somebody accepts a warning.</param>
    /// <param name="output">Where findings go.</param>
    /// <returns>The exit code; 0 when it may be written.</returns>
    public static int Ask(IEnumerable<CommandDiagnostic> findings, Func<CommandDiagnostic, bool> isAccepted, CommandOutput output)
    {
        var all = findings.ToList();
        all.ForEach(output.Report);
        if (all.Exists(static finding => finding.Severity == DiagnosticSeverity.Error))
        {
            CommandOutput.Note("Nothing was written.");
            return ExitCode.Failure;
        }

        var open = all.Where(finding => finding.Severity == DiagnosticSeverity.Warning && !isAccepted(finding))
            .Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            return ExitCode.Success;
        }

        CommandOutput.Note($"Nothing was written. Accept this with --allow {string.Join(',', open)}, or everything with --force.");
        return ExitCode.Refused;
    }
}
