using Pod.Cli.Output;
using Pod.Generator.Migrations;

namespace Pod.Cli.Commands.Migrations;

/// <summary>Whether a migration may be written.</summary>
internal static class MigrationConsent
{
    /// <summary>Prints the findings of a plan and what would accept them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isAccepted">Whether somebody accepts a warning.</param>
    /// <param name="output">Where findings go.</param>
    /// <returns>The exit code; 0 when the migration may be written.</returns>
    public static int Ask(MigrationPlan plan, Func<MigrationFinding, bool> isAccepted, CommandOutput output)
    {
        foreach (var finding in plan.Findings)
        {
            output.Report(finding);
        }

        if (plan.Findings.Any(static finding => finding.IsError))
        {
            CommandOutput.Note("Nothing was written.");
            return ExitCode.Failure;
        }

        var open = plan.Findings.Where(finding => finding.NeedsConsent && !isAccepted(finding)).Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            return ExitCode.Success;
        }

        CommandOutput.Note($"Nothing was written. Accept this with --allow {string.Join(',', open)}, or everything with --force.");
        return ExitCode.Refused;
    }
}
