namespace Pod.Cli.Development.Requests;

/// <summary>Something that a loop has to do: carry out a command, or look at changed files when there is none.</summary>
internal sealed record LoopRequest(LoopCommand? Command, TaskCompletionSource<LoopAnswer>? Answer);
