namespace Pod.Templates.Tests.Support;

/// <summary>A choice of the template's options.</summary>
public sealed record TemplateOptions(bool Database, bool Redis, bool Web, bool Docker, bool GitHub, bool Agents, bool Aspire)
{
    private const string ExtentVariable = "POD_TEMPLATES";

    /// <summary>Everything, as <c>dotnet new pod</c> makes it.</summary>
    public static TemplateOptions Default { get; } = new(true, true, true, true, true, true, true);

    /// <summary>The smallest server that still has a web app.</summary>
    public static TemplateOptions WithoutDatabase { get; } = Default with { Database = false, Redis = false, Aspire = false };

    /// <summary>The choices that are built and run: two of them, since each takes a minute, or every one where <c>POD_TEMPLATES=all</c> says so.</summary>
    public static IEnumerable<TemplateOptions> Built() => Environment.GetEnvironmentVariable(ExtentVariable) switch
    {
        null or "" => [Default, WithoutDatabase],
        "all" => [Default, WithoutDatabase, .. Combinations()],
        var other => throw new InvalidOperationException($"{ExtentVariable} is '{other}'. It is 'all', or not set."),
    };

    /// <summary>
    /// Twelve choices in which any two options meet in all four ways (Plackett and Burman's design for twelve runs): the first row, shifted eleven times, and
    /// one with nothing.
    /// </summary>
    public static IEnumerable<TemplateOptions> Combinations()
    {
        bool[] first = [true, true, false, true, true, true, false, false, false, true, false];
        for (var shift = 0; shift < first.Length; shift++)
        {
            bool At(int column) => first[(column + shift) % first.Length];
            yield return new TemplateOptions(At(0), At(1), At(2), At(3), At(4), At(5), At(6));
        }

        yield return new TemplateOptions(false, false, false, false, false, false, false);
    }

    /// <summary>A name for the application, so that different kinds of names are built.</summary>
    public string Name() => (Database, Web) switch
    {
        (true, true) => "App2",
        (true, false) => "my-app",
        (false, true) => "My.2nd.App",
        (false, false) => "my_new-shop.2nd",
    };

    /// <summary>The arguments of <c>dotnet new</c>: none for the default, which is what it says by itself.</summary>
    public string[] Arguments() => this == Default ? [] :
    [
        "--database", Text(Database), "--redis", Text(Redis), "--web", Web ? "blazor" : "none", "--docker", Text(Docker), "--github", Text(GitHub), "--agents",
        Text(Agents), "--aspire", Text(Aspire),
    ];

    private static string Text(bool value) => value ? "true" : "false";
}
