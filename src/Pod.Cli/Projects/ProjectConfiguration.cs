using System.Text.Json;

namespace Pod.Cli.Projects;

/// <summary>The optional <c>pod.json</c> beside the server's project file.</summary>
/// <param name="Module">The module name. Default: the application's name in lower snake case.</param>
/// <param name="Client">The client project's folder, relative to the server's. Default: <c>../&lt;Application&gt;.Client</c> where it exists.</param>
internal sealed record ProjectConfiguration(string? Module, string? Client)
{
    public const string FileName = "pod.json";

    private static readonly string[] KnownKeys = ["$schema", "module", "client"];

    /// <summary>Reads the configuration; a project without the file has the defaults.</summary>
    /// <exception cref="CliException">The file is no JSON, or has a key or value that is not understood.</exception>
    public static ProjectConfiguration Load(ServerProject project)
    {
        var path = Path.Combine(project.Folder, FileName);
        if (!File.Exists(path))
        {
            return new ProjectConfiguration(null, null);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            foreach (var property in document.RootElement.EnumerateObject().Where(static property => !KnownKeys.Contains(property.Name)))
            {
                throw new CliException($"{path}: '{property.Name}' is no known key. Known keys: {string.Join(", ", KnownKeys.Skip(1))}.");
            }

            return new ProjectConfiguration(Text(document.RootElement, "module"), Text(document.RootElement, "client"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new CliException($"{path}: the configuration cannot be read: {exception.Message}");
        }
    }

    private static string? Text(JsonElement root, string key) => root.TryGetProperty(key, out var value) ? value.GetString() : null;
}
