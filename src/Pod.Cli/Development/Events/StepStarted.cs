namespace Pod.Cli.Development.Events;

/// <summary>A step has begun; what it found in its last run is no longer so.</summary>
internal sealed record StepStarted(string Step) : LoopEvent("step-started", Step, "…");
