namespace Pod.Runtime.Distribution.Postgres;

/// <summary>A physical channel to listen to, or to listen to no longer.</summary>
internal sealed record ListenChange(string Physical, bool IsWanted)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
