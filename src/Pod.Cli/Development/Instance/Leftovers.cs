using Pod.Cli.Development.Events;

namespace Pod.Cli.Development.Instance;

/// <summary>Ends what an instance that was killed has left running. Only to be used under the instance's lock.</summary>
internal static class Leftovers
{
    public static async Task ClearAsync(InstanceFolder folder, EventStream events, CancellationToken cancellationToken)
    {
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

            events.Emit(new Noticed($"'{child.Name}' (pid {child.ProcessId}) of a start that was killed still ran; it was ended."));
        }

        File.Delete(folder.Socket);
    }
}
