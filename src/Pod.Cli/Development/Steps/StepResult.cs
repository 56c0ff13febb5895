namespace Pod.Cli.Development.Steps;

/// <summary>What a step has to say at its end.</summary>
internal sealed record StepResult(StepOutcome Outcome, string Text)
{
    public static StepResult Done(string text) => new(StepOutcome.Done, text);

    public static StepResult Waiting(string text) => new(StepOutcome.Waiting, text);

    public static StepResult Failed(string text) => new(StepOutcome.Failed, text);
}
