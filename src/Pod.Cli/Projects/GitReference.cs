using Pod.Cli.Programs;

namespace Pod.Cli.Projects;

/// <summary>What git knows about a branch or commit.</summary>
internal static class GitReference
{
    /// <summary>Lists the names in a folder as a branch or commit has it.</summary>
    /// <param name="folder">The folder in the working tree.</param>
    /// <param name="reference">The branch or commit.</param>
    /// <param name="cancellationToken">Ends the wait for git.</param>
    /// <exception cref="CliException">There is no git, no repository or no such reference.</exception>
    public static async Task<IReadOnlySet<string>> ListAsync(string folder, string reference, CancellationToken cancellationToken)
    {
        var output = await RunAsync(folder, reference, ["ls-tree", "--name-only", "-d", "-z", "--end-of-options", reference, "./"], cancellationToken);
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a file of a folder as a branch or commit has it.</summary>
    /// <param name="folder">The folder in the working tree.</param>
    /// <param name="reference">The branch or commit.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="cancellationToken">Ends the wait for git.</param>
    /// <exception cref="CliException">There is no git, no repository, no such reference or no such file.</exception>
    public static Task<string> ReadAsync(string folder, string reference, string file, CancellationToken cancellationToken) =>
        RunAsync(folder, reference, ["show", "--end-of-options", $"{reference}:./{file}"], cancellationToken);

    private static async Task<string> RunAsync(string folder, string reference, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await ExternalProgram.TryRunAsync("git", folder, arguments, cancellationToken)
            ?? throw new CliException($"Comparing with '{reference}' needs git, which is not on the PATH.");
        return result.ExitCode == 0 ? result.Output : throw new CliException($"git does not know '{reference}': {result.Errors.Trim()} Give a branch or commit.");
    }
}
