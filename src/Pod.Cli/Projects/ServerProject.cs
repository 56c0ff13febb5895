using System.Xml.Linq;

namespace Pod.Cli.Projects;

/// <summary>A Pod server's project on disk.</summary>
/// <param name="ProjectFile">The full path of the .csproj.</param>
internal sealed record ServerProject(string ProjectFile)
{
    private const string ServerSuffix = ".Server";

    /// <summary>Gets the project's folder.</summary>
    public string Folder => Path.GetDirectoryName(ProjectFile)!;

    /// <summary>Gets the project's name, for example <c>Chat.Server</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(ProjectFile);

    /// <summary>Gets the application's name, for example <c>Chat</c>.</summary>
    public string Application => Name.EndsWith(ServerSuffix, StringComparison.Ordinal) ? Name[..^ServerSuffix.Length] : Name;

    /// <summary>Gets the folder with the migrations.</summary>
    public string MigrationsFolder =>
        Directory.EnumerateDirectories(Folder).FirstOrDefault(static folder =>
            string.Equals(Path.GetFileName(folder), "migrations", StringComparison.OrdinalIgnoreCase)) ?? Path.Combine(Folder, "migrations");

    /// <summary>Gives the id of the project's user secrets, or null when it has none.</summary>
    public string? ReadUserSecretsId() => XDocument.Load(ProjectFile).Descendants("UserSecretsId").FirstOrDefault()?.Value;
}
