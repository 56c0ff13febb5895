namespace Pod.Cli.Output;

/// <summary>Whether somebody sits at a terminal.</summary>
internal static class Interaction
{
    private static readonly string[] CiVariables = ["CI", "TF_BUILD", "GITHUB_ACTIONS"];

    /// <summary>Gets whether the terminal can be drawn on and read from. Never so in continuous integration.</summary>
    public static bool IsPossible =>
        !Console.IsOutputRedirected && !Console.IsInputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && CiVariables.All(static name => Environment.GetEnvironmentVariable(name) is null or "" or "false");
}
