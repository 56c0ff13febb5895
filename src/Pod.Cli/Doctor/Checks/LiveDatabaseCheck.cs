using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Pod.Cli.Database;
using Pod.Cli.Projects;
using Pod.Database;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Does the database answer, has it all migrations, and is its schema theirs? A private PostgreSQL is started for the question.</summary>
internal sealed class LiveDatabaseCheck(TimeProvider time) : IDoctorCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public string Subject => "database";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        if (!ProjectConfiguration.Load(patient.Project).HasDatabase)
        {
            return [];
        }

        await using var database = await patient.OpenDatabase(cancellationToken);
        await database.Database.WaitUntilReachableAsync(Patience, cancellationToken);
        return
        [
            await DescribeAsync(database, cancellationToken),
            .. await CompareClocksAsync(database, cancellationToken),
            .. await CompareSchemaAsync(patient, database, cancellationToken),
        ];
    }

    private static async Task<DoctorFinding> DescribeAsync(ProjectDatabase database, CancellationToken cancellationToken)
    {
        var db = new DatabaseSession(database.Database).Db;
        var version = (await db.QueryAsync<string>($"SELECT current_setting('server_version')", cancellationToken))[0];
        var extensions = await db.QueryAsync<string>($"SELECT extname::text FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1", cancellationToken);
        var kind = database.IsEmbedded ? "private PostgreSQL" : "PostgreSQL";
        return DoctorFinding.Fine($"{kind} {version} answers{(extensions.Count > 0 ? $"; extensions: {string.Join(", ", extensions)}" : "")}");
    }

    private async Task<IReadOnlyList<DoctorFinding>> CompareClocksAsync(ProjectDatabase database, CancellationToken cancellationToken)
    {
        var there = (await new DatabaseSession(database.Database).Db.QueryAsync<DateTime>($"SELECT clock_timestamp()", cancellationToken))[0];
        var offset = time.GetUtcNow().UtcDateTime - there;
        return offset.Duration() > ClockTolerance
            ? [DoctorFinding.Warning($"its clock differs from this machine's by {offset.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s", "let both follow a time server")]
            : [];
    }

    private async Task<IReadOnlyList<DoctorFinding>> CompareSchemaAsync(DoctorPatient patient, ProjectDatabase database, CancellationToken cancellationToken)
    {
        var runner = new MigrationRunner(database.Database, MigrationDirectory.Read(patient.Project.MigrationsFolder), time, NullLogger.Instance);
        var states = await runner.ReadStatusAsync(cancellationToken);
        var findings = states.Where(static state => state.IsUnknown || state.IsChanged).Select(static state => DoctorFinding.Warning(
            state.IsUnknown ? $"POD3052: it has migration {state.Version}, which this project does not have" : $"POD3053: {state.Version} was applied with another text than its migration.sql has now",
            state.IsUnknown ? "bring the project up to date" : "restore the file from version control")).ToList();
        if (states.Count(static state => !state.IsApplied) is > 0 and var missing)
        {
            findings.Add(DoctorFinding.Warning($"{missing} migrations are not applied", "dotnet pod migrate"));
        }

        if (states.LastOrDefault(static state => state is { IsApplied: true, IsUnknown: false }) is { Files: { } newest })
        {
            var comparison = await database.Database.CompareSchemaAsync(newest.ReadSchema(), cancellationToken);
            findings.AddRange(comparison.Differences.Where(static difference => difference.Weight != DifferenceWeight.Ignored).Select(static difference => new DoctorFinding(
                difference.Weight == DifferenceWeight.Fatal ? DoctorOutcome.Failure : DoctorOutcome.Warning, $"POD3055: {difference}", "dotnet pod migration repair")));
        }

        return findings;
    }
}
