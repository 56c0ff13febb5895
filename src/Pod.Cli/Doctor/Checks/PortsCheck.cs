using System.Globalization;
using System.Net.NetworkInformation;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Are the ports free that the server would listen on?</summary>
internal sealed class PortsCheck : IDoctorCheck
{
    private const string Default = "http://localhost:8080";

    public string Subject => "ports";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var urls = patient.Configuration["urls"] ?? patient.Configuration["ASPNETCORE_URLS"] ?? LaunchProfile.Read(patient.Project.Folder).Urls ?? Default;
        var used = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(static listener => listener.Port).ToHashSet();
        var own = PortOf(InstanceRecord.Read(patient.Instance)?.Address ?? "");
        IReadOnlyList<DoctorFinding> findings =
        [
            .. from port in urls.Split(';').Select(PortOf).OfType<int>().Distinct()
               let text = port.ToString(CultureInfo.InvariantCulture)
               select port == own ? DoctorFinding.Fine($"{text} is used by 'dotnet pod start'")
                   : used.Contains(port) ? DoctorFinding.Warning($"{text} is used by another program", "end it, or choose another port with --urls")
                   : DoctorFinding.Fine($"{text} is free"),
        ];
        return Task.FromResult(findings);
    }

    // 'http://*:8080' is no URI.
    private static int? PortOf(string url) =>
        Uri.TryCreate(url.Trim().Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
            ? address.Port
            : null;
}
