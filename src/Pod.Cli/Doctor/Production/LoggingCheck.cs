namespace Pod.Cli.Doctor.Production;

/// <summary>Do logs and answers say more than a server in production should?</summary>
internal sealed class LoggingCheck : IDoctorCheck
{
    private static readonly string[] Talkative = ["Trace", "Debug"];

    public string Subject => "logging";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        var findings = patient.Configuration.GetSection("Logging").GetChildren()
            .SelectMany(static section => section.Key == "LogLevel" ? section.GetChildren() : section.GetSection("LogLevel").GetChildren())
            .Where(static level => Talkative.Contains(level.Value, StringComparer.OrdinalIgnoreCase))
            .Select(static level => DoctorFinding.Warning($"{level.Path} is {level.Value}: logs grow fast and may hold what is private", "use Information"))
            .ToList();
        findings.AddRange(
            from key in (string[])["Pod:Database:LogQueries", "DetailedErrors"]
            where Setting.IsTrue(patient.Configuration, key)
            select DoctorFinding.Warning($"{key} is on, which is for development", "remove the setting"));
        return Task.FromResult<IReadOnlyList<DoctorFinding>>(findings.Count > 0 ? findings : [DoctorFinding.Fine("no more than is needed")]);
    }
}
