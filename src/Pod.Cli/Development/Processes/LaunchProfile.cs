using System.Text.Json;

namespace Pod.Cli.Development.Processes;

/// <summary>What <c>Properties/launchSettings.json</c> says about running a project, as <c>dotnet run</c> reads it: the first profile that runs the project.</summary>
/// <param name="Urls">Its addresses, or null.</param>
/// <param name="Environment">Its variables.</param>
internal sealed record LaunchProfile(string? Urls, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly LaunchProfile None = new(Urls: null, new Dictionary<string, string>());
    private static readonly JsonDocumentOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="CliException">The file is no JSON.</exception>
    public static LaunchProfile Read(string projectFolder)
    {
        var path = Path.Combine(projectFolder, "Properties", "launchSettings.json");
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Tolerant);
            return document.RootElement.TryGetProperty("profiles", out var profiles)
                ? profiles.EnumerateObject().Select(static profile => profile.Value).Where(RunsProject).Select(Of).FirstOrDefault() ?? None
                : None;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new CliException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static bool RunsProject(JsonElement profile) => profile.TryGetProperty("commandName", out var command) && command.GetString() == "Project";

    private static LaunchProfile Of(JsonElement profile) => new(
        profile.TryGetProperty("applicationUrl", out var urls) ? urls.GetString() : null,
        profile.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(static variable => variable.Name, static variable => variable.Value.ToString())
            : new Dictionary<string, string>());
}
