namespace Pod.Testing.Clock;

/// <summary>Waits until work that can go on has gone on. Nothing tells when a thread pool is at rest, so this asks it often enough to be sure.</summary>
internal static class Settling
{
    // A continuation that waits for another one, that waits for another one: each takes a turn of the pool.
    private const int QuietTurns = 24;

    public static async Task RunAsync(Func<bool> isBusy)
    {
        for (var quiet = 0; quiet < QuietTurns;)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
            await turn.Task.ConfigureAwait(false);
            quiet = isBusy() ? 0 : quiet + 1;
        }
    }
}
