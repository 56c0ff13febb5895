using Microsoft.Extensions.Configuration;

namespace Pod.Cli.Doctor.Production;

/// <summary>HTTPS, proxies, host names, and web pages of others.</summary>
internal sealed class TransportCheck : IDoctorCheck
{
    public string Subject => "transport";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoctorFinding>>(Examine(patient.Configuration) is { Count: > 0 } findings ? findings : [DoctorFinding.Fine("encrypted, for its own host names and web pages")]);

    private static List<DoctorFinding> Examine(IConfiguration configuration)
    {
        var findings = new List<DoctorFinding>();
        var origins = configuration.GetSection("Pod:Cors:AllowedOrigins").GetChildren().Select(static origin => origin.Value ?? "").ToList();
        if (origins.Contains("*"))
        {
            findings.Add(DoctorFinding.Failure("Pod:Cors:AllowedOrigins has '*': every web page may call with its visitor's browser", "list your own origins, such as https://app.example.com"));
        }

        foreach (var origin in origins.Where(static origin => origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(DoctorFinding.Warning($"Pod:Cors:AllowedOrigins has '{origin}', which anybody on the way can pose as", "use https"));
        }

        if (!SpeaksHttps(configuration) && !Setting.IsTrue(configuration, "ASPNETCORE_FORWARDEDHEADERS_ENABLED"))
        {
            findings.Add(DoctorFinding.Warning(
                "the server speaks HTTP and trusts no proxy to say who calls", "end TLS in a proxy and set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, or give Kestrel an https address"));
        }

        if (configuration["AllowedHosts"] is null or "*")
        {
            findings.Add(DoctorFinding.Warning("AllowedHosts is open: requests for any host name are answered", "set AllowedHosts to the server's names, separated by ';'"));
        }

        return findings;
    }

    private static bool SpeaksHttps(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"])
            .Append(configuration["urls"]).Append(configuration["ASPNETCORE_URLS"])
            .Any(static url => url?.Contains("https://", StringComparison.OrdinalIgnoreCase) == true);
}
