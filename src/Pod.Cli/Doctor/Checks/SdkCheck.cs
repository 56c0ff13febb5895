using Pod.Cli.Programs;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Is there an SDK that builds the project?</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    private const int Required = 10;

    public string Subject => "sdk";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var found = await ExternalProgram.TryRunAsync("dotnet", patient.Project.Folder, ["--version"], cancellationToken);
        return [found switch
        {
            null => DoctorFinding.Failure("'dotnet' is not on the PATH", "install the .NET 10 SDK: https://dotnet.microsoft.com/download"),
            { ExitCode: 0, Text: var version } when int.TryParse(version.Split('.')[0], out var major) && major >= Required => DoctorFinding.Fine($".NET SDK {version}"),
            { ExitCode: 0, Text: var version } => DoctorFinding.Failure($".NET SDK {version} is too old", "install the .NET 10 SDK: https://dotnet.microsoft.com/download"),
            _ => DoctorFinding.Failure($"no SDK fits global.json: {found.All.Split('\n')[0]}", "install the SDK that global.json names, or change it"),
        }];
    }
}
