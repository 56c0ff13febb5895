using Aspire.Hosting.ApplicationModel;
using Pod.Runtime.Hosting;

namespace Pod.Hosting;

/// <summary>A command of the dashboard that is a command of <c>dotnet pod</c>.</summary>
/// <param name="Name">The name, unique on the resource.</param>
/// <param name="DisplayName">What the dashboard shows.</param>
/// <param name="Description">What it does.</param>
/// <param name="IconName">A name of Fluent UI's icons.</param>
/// <param name="ConfirmationMessage">What is asked first, or null. The answer stands for the tool's <c>--force</c>.</param>
/// <param name="Command">The command and options of the tool.</param>
internal sealed record PodCommand(
    string Name, string DisplayName, string Description, string IconName, string? ConfirmationMessage, params string[] Command)
{
    private const int ShownLines = 20;

    public static IReadOnlyList<PodCommand> All { get; } =
    [
        new("pod-create-migration", "Create migration", "Writes a migration from the newest one to the current models.", "DatabaseArrowUp", null, "create-migration"),
        new("pod-apply-migrations", "Apply migrations", "Applies the migrations that the database lacks.", "DatabaseCheckmark", null, "migrate"),
        new(
            "pod-create-repair-migration",
            "Create repair migration",
            "Writes the way from the database as it is to the newest migration's schema.",
            "DatabaseWrench",
            "The repair may drop columns or rows that the newest migration does not know. It is written to migrations/repair and not applied. Write it?",
            "create-repair-migration",
            "--force"),
    ];

    /// <summary>Runs the command in the server's folder. What it prints goes to the server's log.</summary>
    public async Task<ExecuteCommandResult> RunAsync(IResourceBuilder<ProjectResource> server, ExecuteCommandContext context)
    {
        var lines = new List<string>();
        var folder = Path.GetDirectoryName(server.Resource.GetProjectMetadata().ProjectPath)!;
        var environment = new Dictionary<string, string?>();
        if (server.Resource.Annotations.OfType<PodDatabaseAnnotation>().FirstOrDefault() is { } annotation)
        {
            environment[$"ConnectionStrings__{HostingContract.DatabaseConnection}"] =
                await annotation.Database.GetConnectionStringAsync(context.CancellationToken).ConfigureAwait(false);
        }

        var exitCode = await PodTool.RunAsync(server.ApplicationBuilder, folder, Command, environment, Print, context.CancellationToken).ConfigureAwait(false);
        lock (lines)
        {
            return exitCode == 0 ? CommandResults.Success() : CommandResults.Failure(string.Join('\n', lines.TakeLast(ShownLines)));
        }

        void Print(string line)
        {
            context.Logger.ToolPrinted(line);
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }
}
