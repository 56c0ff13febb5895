using Pod.Cli.Programs;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Is the file with passwords kept out of version control?</summary>
internal sealed class PasswordsFileCheck : IDoctorCheck
{
    private const string Passwords = "config/passwords.yaml";

    public string Subject => "passwords";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var tracked = await ExternalProgram.TryRunAsync("git", patient.Project.Folder, ["ls-files", "--error-unmatch", Passwords], cancellationToken);
        return tracked is { ExitCode: 0 }
            ? [DoctorFinding.Failure($"git tracks {Passwords}: whoever can read the repository has the passwords", $"git rm --cached {Passwords}, add it to .gitignore, and change the passwords")]
            : File.Exists(Path.Combine(patient.Project.Folder, Passwords)) ? [DoctorFinding.Fine($"git does not track {Passwords}")] : [];
    }
}
