using System.Diagnostics;

namespace Pod.Cli.Projects.Migrations;

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
        var start = new ProcessStartInfo("git", ["ls-tree", "--name-only", "-d", "-z", "--end-of-options", reference, "./"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Split('/')[^1]).ToHashSet(StringComparer.Ordinal)
                : throw new CliException($"git does not know '{reference}': {(await errors).Trim()} Give a branch or commit with --onto.");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new CliException($"--onto needs git, which does not start: {exception.Message}");
        }
    }
}
