namespace Pod.Cli.Creation;

/// <summary>Something that a new application needs before it runs.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Command">What somebody types to do it by hand, in the application's folder.</param>
/// <param name="Program">The program that does it.</param>
/// <param name="Arguments">The program's arguments.</param>
internal sealed record CreationStep(string Title, string Command, string Program, IReadOnlyList<string> Arguments)
{
    private const string DotNet = "dotnet";

    /// <summary>A command of .NET that builds. Its helpers end with it: they would keep the output open that this tool reads to the end.</summary>
    public static CreationStep OfBuild(string title, string command) => new(title, $"{DotNet} {command}", DotNet, [command, "-nodeReuse:false"]);

    /// <summary>A command of this very tool; by hand it is the one that the application pins.</summary>
    public static CreationStep OfPod(string title, params string[] arguments) =>
        new(title, $"{DotNet} pod {string.Join(' ', arguments)}", DotNet, [typeof(CreationStep).Assembly.Location, .. arguments]);
}
