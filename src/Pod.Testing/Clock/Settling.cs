namespace Pod.Testing.Clock;

/// <summary>Waits until work that can go on has gone on. Nothing tells when a thread pool is at rest, so this asks it often enough to be sure.</summary>
internal static class Settling
{
    // A continuation that waits for another one, that waits for another one: each takes a turn of the pool.
    private const int QuietTurns = 24;

    // A machine with other things to do may have taken the processor from the thread that runs one of them.
    private const int Pauses = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits.</summary>
    /// <param name="isBusy">Whether something is known to be running.</param>
    /// <param name="hasWork">Whether there are calls that may be running or waiting.</param>
    public static async Task RunAsync(Func<bool> isBusy, Func<bool> hasWork)
    {
        for (var pause = 0; ; pause++)
        {
            await TakeTurnsAsync(isBusy).ConfigureAwait(false);
            if (pause == Pauses || !hasWork())
            {
                return;
            }

            await Task.Delay(Pause, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private static async Task TakeTurnsAsync(Func<bool> isBusy)
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
