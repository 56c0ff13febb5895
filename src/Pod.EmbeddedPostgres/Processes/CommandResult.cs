namespace Pod.EmbeddedPostgres.Processes;

/// <summary>What a program said before it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => string.Join('\n', new[] { Output.Trim(), Error.Trim() }.Where(part => part.Length > 0));
}
