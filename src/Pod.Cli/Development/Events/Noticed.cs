namespace Pod.Cli.Development.Events;

/// <summary>Something worth a line that is no step: what a key did, what was cleaned up.</summary>
internal sealed record Noticed(string Message) : LoopEvent("notice", "pod", Message);
