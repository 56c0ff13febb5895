using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Reading;

namespace Pod.Cli.Projects.Contracts;

/// <summary>Where contracts are: the project's own, and those of released clients.</summary>
internal static class ContractFiles
{
    /// <summary>The folder with one contract per released client.</summary>
    public const string Folder = "contracts";

    /// <exception cref="CliException">The project was not generated yet.</exception>
    public static string ReadCurrent(ServerProject project)
    {
        var path = Path.Combine(project.Folder, ContractWriter.FileName);
        return File.Exists(path) ? File.ReadAllText(path) : throw new CliException($"'{path}' is not there yet. Run 'dotnet pod generate' first.");
    }

    /// <summary>Finds the contracts that clients were made from.</summary>
    /// <param name="project">The server.</param>
    /// <param name="against">A file, a folder or a git reference; null for the project's own folder.</param>
    /// <param name="cancellationToken">Ends the wait for git.</param>
    /// <exception cref="CliException">There is none.</exception>
    public static async Task<IReadOnlyList<(string Name, Contract Contract)>> FindAsync(ServerProject project, string? against, CancellationToken cancellationToken)
    {
        var path = against ?? Path.Combine(project.Folder, Folder);
        if (Directory.Exists(path))
        {
            var files = Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
            return files.Count > 0
                ? [.. files.Select(static file => (Path.GetFileNameWithoutExtension(file), Parse(file, File.ReadAllText(file))))]
                : throw new CliException($"'{path}' holds no contract. Add one with 'dotnet pod contract release <name>'.");
        }

        if (File.Exists(path))
        {
            return [(Path.GetFileName(path), Parse(path, await File.ReadAllTextAsync(path, cancellationToken)))];
        }

        return against is null
            ? throw new CliException($"There is no folder '{path}'. Add a contract with 'dotnet pod contract release <name>', or say with --against what to compare with.")
            : [(against, Parse(against, await GitReference.ReadAsync(project.Folder, against, ContractWriter.FileName, cancellationToken)))];
    }

    /// <exception cref="CliException">The text is no contract.</exception>
    public static Contract Parse(string name, string text)
    {
        try
        {
            return ContractReader.Read(text);
        }
        catch (FormatException exception)
        {
            throw Unreadable(name, exception);
        }
    }

    public static CliException Unreadable(string name, FormatException exception) => new($"'{name}' cannot be read: {exception.Message}");
}
