namespace Pod.Templates.Tests.Support;

/// <summary>What a finished process left.</summary>
public sealed record CommandResult(string Line, int ExitCode, string Output)
{
    /// <summary>Fails the test with everything that the process said unless it ended well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Line}' ended with {ExitCode}:\n{Output}");
        return this;
    }
}
