namespace Pod.Cli.Programs;

/// <summary>How a program ended, and what it wrote.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Gets the output without the line's end.</summary>
    public string Text => Output.Trim();

    /// <summary>Gets both, for messages.</summary>
    public string All => $"{Output}{Errors}".Trim();
}
