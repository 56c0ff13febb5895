namespace Pod.Cli.Tests.Support;

/// <summary>What a finished process left.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string All => $"{Output}\n{Errors}";
}
