using Pod.Cli.Projects;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Are models and endpoints sound, and the generated files what they give?</summary>
internal sealed class GenerationCheck : IDoctorCheck
{
    public string Subject => "generated files";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var (result, store) = await new ProjectGeneration(patient.Project).RunAsync(inputFile: null, cancellationToken);
        if (!result.Succeeded)
        {
            return [.. result.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error).Select(static found => DoctorFinding.Failure(found.ToString(), "correct the file"))];
        }

        var changes = store.Compare(result.Files);
        return changes.IsEmpty
            ? [DoctorFinding.Fine($"all {changes.Unchanged} are current")]
            : [DoctorFinding.Warning($"{changes.Written.Count + changes.Deleted.Count} are not what their sources generate", "dotnet pod generate") with
            {
                Fix = _ =>
                {
                    GeneratedFileStore.Apply(changes);
                    return Task.CompletedTask;
                },
            }];
    }
}
