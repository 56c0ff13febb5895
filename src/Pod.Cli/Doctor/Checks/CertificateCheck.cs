using Pod.Cli.Development.Processes;
using Pod.Cli.Programs;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Is there a certificate of development, where the server is to speak HTTPS?</summary>
internal sealed class CertificateCheck : IDoctorCheck
{
    public string Subject => "https";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        if (LaunchProfile.Read(patient.Project.Folder).Urls?.Contains("https://", StringComparison.OrdinalIgnoreCase) != true)
        {
            return [];
        }

        var found = await ExternalProgram.TryRunAsync("dotnet", patient.Project.Folder, ["dev-certs", "https", "--check"], cancellationToken);
        return found is { ExitCode: 0 }
            ? [DoctorFinding.Fine("there is a certificate of development")]
            : [DoctorFinding.Warning("there is no certificate of development", "dotnet dev-certs https --trust")];
    }
}
