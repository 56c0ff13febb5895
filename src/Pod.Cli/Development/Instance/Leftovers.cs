namespace Pod.Cli.Development.Instance;

/// <summary>Ends what an instance that was killed has left running. Only to be used under the instance's lock.</summary>
internal static class Leftovers
{
    /// <returns>What was ended, a sentence each.</returns>
    public static async Task<IReadOnlyList<string>> ClearAsync(InstanceFolder folder, CancellationToken cancellationToken)
    {
        var ended = new List<string>();
        foreach (var child in InstanceRecord.Read(folder)?.Children ?? [])
        {
            if (child.Find() is not { } process)
            {
                continue;
            }

            using (process)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(cancellationToken);
            }

            ended.Add($"'{child.Name}' (pid {child.ProcessId}) of a start that was killed still ran; it was ended.");
        }

        File.Delete(folder.Socket);
        File.Delete(folder.StateFile);
        return ended;
    }
}
