namespace Pod.Templates.Tests.Support;

/// <summary>A choice of the template's options.</summary>
public sealed record TemplateOptions(bool Database, bool Redis, bool Web, bool Docker, bool GitHub, bool Agents, bool Aspire)
{
    /// <summary>Everything, as <c>dotnet new pod</c> makes it.</summary>
    public static TemplateOptions Default { get; } = new(true, true, true, true, true, true, true);

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

    /// <summary>The arguments of <c>dotnet new</c>.</summary>
    public string[] Arguments() =>
    [
        "--database", Text(Database), "--redis", Text(Redis), "--web", Web ? "blazor" : "none", "--docker", Text(Docker), "--github", Text(GitHub), "--agents",
        Text(Agents), "--aspire", Text(Aspire),
    ];

    private static string Text(bool value) => value ? "true" : "false";
}
