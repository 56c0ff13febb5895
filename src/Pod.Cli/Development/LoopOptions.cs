using Pod.Cli.Development.Instance;
using Pod.Cli.Projects;

namespace Pod.Cli.Development;

/// <summary>What a loop was asked to do.</summary>
/// <param name="Instance">The project, and the name of an isolated instance.</param>
/// <param name="Mode">The environment that the server runs in.</param>
/// <param name="ConnectionString">The database that is configured; null for a private PostgreSQL.</param>
/// <param name="Urls">Where the server listens; null leaves it to the project.</param>
/// <param name="AppliesMigrations">Whether missing migrations are applied without being asked.</param>
/// <param name="Apps">Commands that run beside the server.</param>
/// <param name="ServerArguments">Arguments of the server.</param>
/// <param name="AppHost">The project that runs in place of the server, or null.</param>
internal sealed record LoopOptions(
    InstanceFolder Instance,
    string Mode,
    string? ConnectionString,
    string? Urls,
    bool AppliesMigrations,
    IReadOnlyList<string> Apps,
    IReadOnlyList<string> ServerArguments,
    string? AppHost)
{
    public ServerProject Project => Instance.Project;
}
