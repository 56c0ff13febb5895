using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Pod.Cli.Database;
using Pod.Cli.Projects;

namespace Pod.Cli.Development.Instance;

/// <summary>Where one instance of the loop keeps its database and everything else. An isolated one has a folder of its own below the project's.</summary>
/// <param name="Project">The server.</param>
/// <param name="Name">The name of an isolated instance, or null.</param>
internal sealed partial record InstanceFolder(ServerProject Project, string? Name)
{
    // Addresses of sockets are short: 108 bytes on Linux, 104 on macOS.
    private const int MaxSocketPath = 100;

    public string Root => Name is null ? Path.Combine(Project.Folder, ".pod") : Path.Combine(Project.Folder, ".pod", "isolated", Name);

    public string LockFile => Path.Combine(Root, "start.lock");

    /// <summary>Gets the file that says who runs here; it stays behind when the owner is killed.</summary>
    public string StateFile => Path.Combine(Root, "start.json");

    /// <summary>Gets the file that keeps two instances of one project from building at once.</summary>
    public string BuildLockFile => Path.Combine(Project.Folder, ".pod", "build.lock");

    /// <summary>Gets the socket that takes commands; in the temporary folder when the project's path is too long for one.</summary>
    public string Socket => Path.Combine(Root, "start.sock") is var path && Encoding.UTF8.GetByteCount(path) <= MaxSocketPath
        ? path
        : Path.Combine(Path.GetTempPath(), $"pod-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]}.sock");

    /// <summary>Gets a folder that a copy of the server's program runs from.</summary>
    public string ProgramFolder(int number) => Path.Combine(Root, "start", $"program-{number}");

    public string DatabaseFolder(string mode) => Name is null
        ? ProjectDatabase.EmbeddedFolder(Project, mode)
        : Path.Combine(Root, mode.ToLowerInvariant(), "postgres");

    /// <exception cref="CliException">The name would not do as a folder's.</exception>
    public static InstanceFolder Isolated(ServerProject project, string name) => NamePattern().IsMatch(name)
        ? new InstanceFolder(project, name)
        : throw new CliException($"'{name}' is no name for an isolated instance. Use letters, digits, '-', '_' and '.', at most 40, beginning with a letter or digit.");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    private static partial Regex NamePattern();
}
