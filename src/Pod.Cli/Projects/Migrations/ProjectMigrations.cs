using Pod.Cli.Output;
using Pod.Generator;
using Pod.Generator.Migrations;

namespace Pod.Cli.Projects.Migrations;

/// <summary>The models of a project and its migrations.</summary>
/// <param name="Folder">The folder with the migrations.</param>
/// <param name="Chain">The migrations.</param>
/// <param name="Generation">What the models ask for.</param>
internal sealed record ProjectMigrations(MigrationFolder Folder, MigrationChain Chain, GenerationResult Generation)
{
    public SchemaRenames Renames => SchemaRenames.Of(Generation.Project);

    /// <summary>Reads models and migrations, and prints what is wrong with the models.</summary>
    /// <param name="server">The project.</param>
    /// <param name="inputFile">The file that MSBuild wrote, or null to find it.</param>
    /// <param name="output">Where findings go.</param>
    /// <param name="cancellationToken">Ends a run of MSBuild.</param>
    /// <returns>Null when the models have errors.</returns>
    public static async Task<ProjectMigrations?> LoadAsync(ServerProject server, string? inputFile, CommandOutput output, CancellationToken cancellationToken)
    {
        ProjectConfiguration.RequireDatabase(server);
        var (result, _) = await new ProjectGeneration(server).RunAsync(inputFile, cancellationToken);
        if (inputFile is null || !result.Succeeded)
        {
            // In a build the generator has printed the rest already.
            output.Report(result.Diagnostics, server.Folder);
        }

        if (!result.Succeeded)
        {
            return null;
        }

        var folder = new MigrationFolder(server.MigrationsFolder);
        foreach (var name in folder.Ignored())
        {
            CommandOutput.Note($"info: the folder '{name}' in '{folder.Path}' holds no migration and is ignored.");
        }

        return new ProjectMigrations(folder, folder.Read(), result);
    }
}
