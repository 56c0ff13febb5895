using Microsoft.Extensions.Configuration.UserSecrets;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Are the user secrets readable for their owner alone?</summary>
internal sealed class UserSecretsCheck : IDoctorCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Subject => "user secrets";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoctorFinding>>(patient.Project.ReadUserSecretsId() is { } id ? [Examine(PathHelper.GetSecretsPathFromSecretsId(id))] : []);

    private static DoctorFinding Examine(string path) =>
        !File.Exists(path) ? DoctorFinding.Fine("none so far; 'dotnet user-secrets set' makes them")
        : OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0 ? DoctorFinding.Fine($"in '{path}'")
        : DoctorFinding.Warning($"'{path}' can be read by others", $"chmod 600 '{path}'") with { Fix = _ => CloseAsync(path) };

    private static Task CloseAsync(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return Task.CompletedTask;
    }
}
