using Pod.Cli.Projects;
using Pod.Generator;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Are the tool and all packages of Pod of one version?</summary>
internal sealed class PackageVersionsCheck : IDoctorCheck
{
    public string Subject => "versions";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var others = PodPackage.FindAll(patient.Project).Where(static package => package.Version != GeneratorVersion.Text).ToList();
        IReadOnlyList<DoctorFinding> findings = others.Count == 0
            ? [DoctorFinding.Fine($"tool and packages are Pod {GeneratorVersion.Text}")]
            : [.. others.Select(package => DoctorFinding.Warning(
                $"this tool is Pod {GeneratorVersion.Text}, but {Path.GetRelativePath(patient.Project.Folder, package.File)} has {package.Name} {package.Version}",
                $"give {package.Name} and the tool one version, and run 'dotnet tool restore'"))];
        return Task.FromResult(findings);
    }
}
