using System.Text.Json;
using Pod.Generator;

namespace Pod.Cli.Projects;

/// <summary>The optional <c>pod.json</c> beside the server's project file.</summary>
/// <param name="Module">The module name. Default: the application's name in lower snake case.</param>
/// <param name="Client">The client project's folder, relative to the server's. Default: <c>../&lt;Application&gt;.Client</c> where it exists.</param>
/// <param name="CustomTypes">The application's own types that model files may name.</param>
/// <param name="HasDatabase">Whether the application has a database.</param>
/// <param name="StoresPlainJson">Whether structured fields become <c>json</c> columns rather than <c>jsonb</c>.</param>
internal sealed record ProjectConfiguration(string? Module, string? Client, CustomTypes CustomTypes, bool HasDatabase, bool StoresPlainJson)
{
    private static readonly string[] ProjectTypes = ["server", "module"];

    public const string FileName = "pod.json";

    private static readonly string[] KnownKeys = ["$schema", "type", "module", "nickname", "client", "modules", "customTypes", "database", "serializationDataType", "testToolsPath"];

    /// <summary>Gets whether the project is a module.</summary>
    public bool IsModule { get; init; }

    /// <summary>Gets what applications call the module if they do not say otherwise.</summary>
    public string? Nickname { get; init; }

    /// <summary>Gets the path of the file with tools for tests, relative to the server's folder; null for none.</summary>
    public string? TestToolsPath { get; init; }

    /// <summary>Gets the application's own nicknames of modules, by the modules' names.</summary>
    public IReadOnlyDictionary<string, string> Nicknames { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the configuration; a project without the file has the defaults.</summary>
    /// <exception cref="CliException">The file is no JSON, or has a key or value that is not understood.</exception>
    public static ProjectConfiguration Load(ServerProject project)
    {
        var path = Path.Combine(project.Folder, FileName);
        if (!File.Exists(path))
        {
            return new ProjectConfiguration(null, null, CustomTypes.None, HasDatabase: true, StoresPlainJson: false);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            foreach (var property in document.RootElement.EnumerateObject().Where(static property => !KnownKeys.Contains(property.Name)))
            {
                throw new CliException($"{path}: '{property.Name}' is no known key. Known keys: {string.Join(", ", KnownKeys.Skip(1))}.");
            }

            var root = document.RootElement;
            return new ProjectConfiguration(Text(root, "module"), Text(root, "client"), ReadCustomTypes(root), ReadHasDatabase(root), ReadStoresPlainJson(root))
            {
                IsModule = ReadIsModule(root),
                Nickname = Text(root, "nickname"),
                TestToolsPath = Text(root, "testToolsPath"),
                Nicknames = ReadNicknames(root),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new CliException($"{path}: the configuration cannot be read: {exception.Message}");
        }
    }

    /// <summary>Refuses a project that has no database.</summary>
    /// <exception cref="CliException">The configuration turns the database off (POD3057).</exception>
    public static void RequireDatabase(ServerProject project)
    {
        if (!Load(project).HasDatabase)
        {
            throw new CliException($"{FileName} turns the database off, so there is nothing to migrate. Remove '\"database\": false' from it.", "POD3057");
        }
    }

    private static CustomTypes ReadCustomTypes(JsonElement root) => root.TryGetProperty("customTypes", out var types)
        ? CustomTypes.Create(types.EnumerateObject().Select(static type => KeyValuePair.Create(type.Name, type.Value.GetString() ?? "")))
        : CustomTypes.None;

    private static bool ReadIsModule(JsonElement root) => Text(root, "type") is { } type
        ? ProjectTypes.Contains(type) ? type == "module" : throw new FormatException($"'type' is '{type}'. Write {string.Join(" or ", ProjectTypes.Select(static name => $"'{name}'"))}.")
        : false;

    private static Dictionary<string, string> ReadNicknames(JsonElement root) => root.TryGetProperty("modules", out var modules)
        ? modules.EnumerateObject().Where(static module => Text(module.Value, "nickname") is not null)
            .ToDictionary(static module => module.Name, static module => Text(module.Value, "nickname")!, StringComparer.Ordinal)
        : [];

    private static bool ReadHasDatabase(JsonElement root) => !root.TryGetProperty("database", out var value) || value.GetBoolean();

    private static bool ReadStoresPlainJson(JsonElement root) => Text(root, "serializationDataType")?.ToUpperInvariant() switch
    {
        null or "JSONB" => false,
        "JSON" => true,
        _ => throw new FormatException($"'serializationDataType' is '{Text(root, "serializationDataType")}'. Write 'json' or 'jsonb'."),
    };

    private static string? Text(JsonElement root, string key) => root.TryGetProperty(key, out var value) ? value.GetString() : null;
}
