namespace Pod.EmbeddedPostgres.Processes;

/// <summary>Waits for something that has no event, such as a process that is not our child.</summary>
internal static class Polling
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <returns>Whether the condition came true in time.</returns>
    public static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!condition())
        {
            if (time.GetElapsedTime(started) > timeout)
            {
                return false;
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
