using Pod.Cli.Programs;
using Pod.Generator;

namespace Pod.Cli.Creation;

/// <summary>The template <c>pod</c> of <c>dotnet new</c>, installed when it is needed.</summary>
internal static class ApplicationTemplate
{
    // What 'dotnet new' exits with when it knows no such template.
    private const int UnknownTemplate = 103;

    private static readonly string Package = $"Pod.Templates@{GeneratorVersion.Text}";

    /// <summary>Makes the application's files in a folder.</summary>
    /// <param name="name">The application's name.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="choices">Options of the template.</param>
    /// <param name="feed">Where the templates are, besides the usual sources.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CliException">The template cannot be installed, or refuses its options.</exception>
    public static async Task CreateAsync(string name, string folder, IReadOnlyList<string> choices, string? feed, CancellationToken cancellationToken)
    {
        string[] arguments = ["new", "pod", "--name", name, "--output", folder, "--no-restore", .. choices];
        var made = await RunAsync(arguments, cancellationToken);
        if (made.ExitCode == UnknownTemplate)
        {
            string[] source = feed is null ? [] : ["--add-source", feed];
            var installed = await RunAsync(["new", "install", Package, .. source], cancellationToken);
            if (installed.ExitCode != 0)
            {
                throw new CliException($"The templates could not be installed. Run 'dotnet new install {Package}', with '--add-source <folder or URL>' if they are on a feed of your own.\n{installed.All}");
            }

            made = await RunAsync(arguments, cancellationToken);
        }

        if (made.ExitCode != 0)
        {
            throw new CliException($"'dotnet new pod' could not make the application:\n{made.All}");
        }
    }

    private static Task<ProgramResult> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        ExternalProgram.RunDotNetAsync(Directory.GetCurrentDirectory(), arguments, cancellationToken);
}
