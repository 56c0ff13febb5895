namespace Pod.Database;

/// <summary>A step that a run would execute.</summary>
/// <param name="Version">The migration, or the repair.</param>
/// <param name="File">The name of the file it stands in.</param>
/// <param name="Step">The step's number, counted from 1.</param>
/// <param name="IsTransactional">Whether it runs in a transaction.</param>
/// <param name="Statements">The statements, without semicolons.</param>
public sealed record PlannedScript(string Version, string File, int Step, bool IsTransactional, IReadOnlyList<string> Statements)
{
    /// <summary>Prints the step's border and its statements.</summary>
    public override string ToString()
    {
        var border = $"-- {Version}/{File}, step {Step}{(IsTransactional ? "" : ", without transaction")}";
        return string.Join('\n', [border, .. Statements.Select(static statement => statement + ";")]);
    }

    internal static IEnumerable<PlannedScript> Of(string version, string file, IEnumerable<Migrations.MigrationStep> steps) => steps.Select(step =>
        new PlannedScript(version, file, step.Number, step.IsTransactional, [.. step.Statements.Select(static statement => statement.Text)]));
}
