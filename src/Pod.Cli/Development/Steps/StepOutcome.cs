namespace Pod.Cli.Development.Steps;

/// <summary>How a step ended.</summary>
internal enum StepOutcome
{
    /// <summary>The next step follows.</summary>
    Done,

    /// <summary>Somebody has to decide something; what runs goes on running.</summary>
    Waiting,

    /// <summary>It is tried again at the next change; what runs goes on running.</summary>
    Failed,
}
