using Pod.Cli.Projects;

namespace Pod.Cli.Doctor.Production;

/// <summary>Does somebody say who may call?</summary>
internal sealed class AccessCheck : IDoctorCheck
{
    private const string NothingSaid = "POD2019";

    public string Subject => "access";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>();
        var (result, _) = await new ProjectGeneration(patient.Project).RunAsync(inputFile: null, cancellationToken);
        var isOpen = !string.Equals(patient.Configuration["Pod:Endpoints:DefaultAccess"], "SignedIn", StringComparison.OrdinalIgnoreCase);
        if (isOpen && result.Diagnostics.Count(static finding => finding.Id == NothingSaid) is > 0 and var open)
        {
            findings.Add(DoctorFinding.Warning(
                $"{open} methods say nothing about who may call, so everybody may (POD2019)", "set Pod:Endpoints:DefaultAccess to SignedIn, or mark them [RequireLogin], [RequireScopes] or [AllowAnonymous]"));
        }

        if (bool.TryParse(patient.Configuration["Pod:Http:ValidateHeaders"], out var validates) && !validates)
        {
            findings.Add(DoctorFinding.Warning("Pod:Http:ValidateHeaders is off: bare tokens are taken", "remove the setting"));
        }

        return findings.Count > 0 ? findings : [DoctorFinding.Fine("each method says who may call")];
    }
}
