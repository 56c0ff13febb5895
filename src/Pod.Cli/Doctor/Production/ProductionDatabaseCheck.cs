using Microsoft.Extensions.Configuration;
using Npgsql;
using Pod.Cli.Projects;
using Pod.Runtime.Hosting;

namespace Pod.Cli.Doctor.Production;

/// <summary>Is there a database, reached safely, with a password that is one?</summary>
internal sealed class ProductionDatabaseCheck : IDoctorCheck
{
    private const int ShortPassword = 12;
    private const string Variable = $"set the environment variable ConnectionStrings__{HostingContract.DatabaseConnection}";

    public string Subject => "production database";

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoctorFinding>>(ProjectConfiguration.Load(patient.Project).HasDatabase ? [.. Examine(patient.Configuration)] : []);

    private static IEnumerable<DoctorFinding> Examine(IConfiguration configuration)
    {
        if (Setting.IsTrue(configuration, "Pod:Database:Embedded"))
        {
            yield return DoctorFinding.Failure("Pod:Database:Embedded is on: the data would lie beside the program, without backups", $"remove the setting, and {Variable}");
        }

        if (configuration.GetConnectionString(HostingContract.DatabaseConnection) is not { Length: > 0 } text)
        {
            yield return DoctorFinding.Failure("no database is configured", Variable);
            yield break;
        }

        foreach (var finding in ExamineConnection(text))
        {
            yield return finding;
        }

        if (Setting.IsTrue(configuration, "Pod:Database:IncludeSensitiveData"))
        {
            yield return DoctorFinding.Warning("Pod:Database:IncludeSensitiveData is on: exceptions and logs hold values of rows", "remove the setting");
        }

        if (configuration["Pod:Migrations:OnMismatch"] is { } mismatch && !mismatch.Equals("Fail", StringComparison.OrdinalIgnoreCase))
        {
            yield return DoctorFinding.Warning($"Pod:Migrations:OnMismatch is {mismatch}: a server starts on a database that it was not made for", "remove the setting");
        }

        if (string.Equals(configuration["Pod:Migrations:Apply"], "OnStart", StringComparison.OrdinalIgnoreCase))
        {
            yield return DoctorFinding.Warning("each server applies migrations at its start", "run '--role maintenance --only migrations --apply-migrations' before the servers, and remove Pod:Migrations:Apply");
        }
    }

    private static List<DoctorFinding> ExamineConnection(string text)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException exception)
        {
            return [DoctorFinding.Failure($"the connection string cannot be read: {exception.Message}", Variable)];
        }

        var findings = new List<DoctorFinding>();
        if (connection.Password is { Length: > 0 } password && (password.Length < ShortPassword || password.Equals(connection.Username, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(DoctorFinding.Failure($"the password of '{connection.Username}' is short or its name", $"give it {ShortPassword} random characters or more"));
        }

        var isLocal = connection.Host is null or "localhost" or "127.0.0.1" or "::1" || connection.Host.StartsWith('/');
        if (!isLocal && connection.SslMode is not (SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull))
        {
            findings.Add(DoctorFinding.Warning($"the connection to '{connection.Host}' may be unencrypted", "add 'SSL Mode=VerifyFull' to the connection string"));
        }

        return findings.Count > 0 ? findings : [DoctorFinding.Fine($"'{connection.Database}' on '{connection.Host}'")];
    }
}
