namespace Pod.Cli.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Outcome">How it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">The command that helps, or what to do; null where all is fine.</param>
internal sealed record DoctorFinding(DoctorOutcome Outcome, string Text, string? Remedy = null)
{
    /// <summary>Gets what mends it without risk; null when somebody has to decide.</summary>
    public Func<CancellationToken, Task>? Fix { get; init; }

    public string Mark => Outcome switch
    {
        DoctorOutcome.Fine => "✓",
        DoctorOutcome.Warning => "!",
        _ => "✗",
    };

    public static DoctorFinding Fine(string text) => new(DoctorOutcome.Fine, text);

    public static DoctorFinding Warning(string text, string remedy) => new(DoctorOutcome.Warning, text, remedy);

    public static DoctorFinding Failure(string text, string remedy) => new(DoctorOutcome.Failure, text, remedy);
}
