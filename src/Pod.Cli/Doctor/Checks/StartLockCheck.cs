using Pod.Cli.Development.Instance;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Did a killed <c>dotnet pod start</c> leave something?</summary>
internal sealed class StartLockCheck : IDoctorCheck
{
    public string Subject => "start";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        if (InstanceRecord.Read(patient.Instance) is not { } state)
        {
            return Task.FromResult<IReadOnlyList<DoctorFinding>>([]);
        }

        using var alone = FileLock.TryTake(patient.Instance.LockFile);
        IReadOnlyList<DoctorFinding> findings = alone is null
            ? [DoctorFinding.Fine($"'dotnet pod start' runs (pid {state.ProcessId})")]
            : [DoctorFinding.Warning($"'dotnet pod start' (pid {state.ProcessId}) was killed and could not clean up", "dotnet pod doctor --fix, or the next 'dotnet pod start'") with
            {
                Fix = token => ClearAsync(patient.Instance, token),
            }];
        return Task.FromResult(findings);
    }

    private static async Task ClearAsync(InstanceFolder folder, CancellationToken cancellationToken)
    {
        // Somebody may have started it meanwhile.
        using var alone = FileLock.TryTake(folder.LockFile);
        if (alone is not null)
        {
            await Leftovers.ClearAsync(folder, cancellationToken);
        }
    }
}
