namespace Pod.Cli;

/// <summary>A command cannot go on, and the message says why and what to do. Printed without a stack trace.</summary>
/// <param name="message">What is wrong and the way out.</param>
/// <param name="id">The diagnostic's id, or null when it has none.</param>
/// <param name="exitCode">What the command exits with.</param>
internal sealed class CliException(string message, string? id = null, int exitCode = Pod.Cli.ExitCode.Failure) : Exception(message)
{
    public string? Id => id;

    public int ExitCode => exitCode;
}
