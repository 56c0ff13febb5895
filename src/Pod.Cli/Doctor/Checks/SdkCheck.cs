namespace Pod.Cli.Doctor.Checks;

/// <summary>Is there an SDK that builds the project?</summary>
internal sealed class SdkCheck : IDoctorCheck
{
    private const int Required = 10;

    public string Subject => "sdk";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var found = await ExternalProgram.RunAsync("dotnet", patient.Project.Folder, ["--version"], cancellationToken);
        return [found switch
        {
            null => DoctorFinding.Failure("'dotnet' is not on the PATH", "install the .NET 10 SDK: https://dotnet.microsoft.com/download"),
            (0, var version) when int.TryParse(version.Split('.')[0], out var major) && major >= Required => DoctorFinding.Fine($".NET SDK {version}"),
            (0, var version) => DoctorFinding.Failure($".NET SDK {version} is too old", "install the .NET 10 SDK: https://dotnet.microsoft.com/download"),
            (_, var text) => DoctorFinding.Failure($"no SDK fits global.json: {text.Split('\n')[0]}", "install the SDK that global.json names, or change it"),
        }];
    }
}
