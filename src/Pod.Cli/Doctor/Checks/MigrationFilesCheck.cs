using Pod.Cli.Projects;
using Pod.Cli.Projects.Migrations;

namespace Pod.Cli.Doctor.Checks;

/// <summary>Are the migrations one chain, and do they lead to the models?</summary>
internal sealed class MigrationFilesCheck : IDoctorCheck
{
    public string Subject => "migrations";

    public async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken)
    {
        if (!ProjectConfiguration.Load(patient.Project).HasDatabase)
        {
            return [];
        }

        var (result, _) = await new ProjectGeneration(patient.Project).RunAsync(inputFile: null, cancellationToken);
        var folder = new MigrationFolder(patient.Project.MigrationsFolder);
        var migrations = new ProjectMigrations(folder, folder.Read(), result);
        var problems = migrations.Chain.Check().Concat(migrations.Chain.CheckRegistry(folder.ReadRegistry()))
            .Select(static problem => DoctorFinding.Failure($"{problem.Id}: {problem.Message}", "dotnet pod migration check")).ToList();
        if (problems.Count > 0 || !result.Succeeded)
        {
            return problems;
        }

        return migrations.Chain.CheckModels(result.Schema, migrations.Renames, out _) is { } ahead
            ? [DoctorFinding.Warning(ahead.Message, "dotnet pod create-migration")]
            : [DoctorFinding.Fine($"{migrations.Chain.Entries.Count}, one chain, and they give the schema of the models")];
    }
}
