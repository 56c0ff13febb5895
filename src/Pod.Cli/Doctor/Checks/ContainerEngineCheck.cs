using Pod.Cli.Programs;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Does a container engine answer, where an AppHost would use one?</summary>
internal sealed class ContainerEngineCheck : IDoctorCheck
{
    private static readonly string[] Engines = ["docker", "podman"];

    public string Subject => "containers";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var solution = Path.GetDirectoryName(patient.Project.Folder)!;
        if (!Directory.EnumerateFiles(solution, "*.AppHost.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Any())
        {
            return [];
        }

        foreach (var engine in Engines)
        {
            if (await ExternalProgram.TryRunAsync(engine, solution, ["version", "--format", "{{.Server.Version}}"], cancellationToken) is { ExitCode: 0, Text: var version })
            {
                return [DoctorFinding.Fine($"{engine} {version} answers")];
            }
        }

        return [DoctorFinding.Warning("neither docker nor podman answers", "start one, or run the server alone with 'dotnet pod start'")];
    }
}
