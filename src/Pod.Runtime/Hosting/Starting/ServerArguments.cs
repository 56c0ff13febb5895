namespace Pod.Runtime.Hosting.Starting;

/// <summary>The arguments that Pod understands. Those of ASP.NET Core (<c>--urls</c>, <c>--Section:Key=value</c>) are left to it.</summary>
internal sealed record ServerArguments
{
    private const string Usage =
        "Usage: [--apply-migrations|-a] [--apply-repair-migration|-A] [--role|-r monolith|maintenance] [--only migrations] [--healthcheck] [--urls <addresses>] "
        + "[--Section:Key=value …] [-- <arguments of the application>]";

    private static readonly string[] OfPod = ["--apply-migrations", "--apply-repair-migration", "--role", "--only", "--healthcheck"];
    private static readonly string[] Flags = ["--apply-migrations", "--apply-repair-migration", "--healthcheck"];
    private static readonly string[] OfHost =
        ["--urls", "--environment", "--contentRoot", "--applicationName", "--webroot", "--http_ports", "--https_ports"];

    public bool ApplyMigrations { get; init; }

    public bool ApplyRepair { get; init; }

    public ServerRole Role { get; init; }

    /// <summary>Gets whether the process is to ask the running server how it is, rather than to be one.</summary>
    public bool IsHealthCheck { get; init; }

    /// <summary>
    /// Gets the settings that stand behind an argument of Pod without value. ASP.NET Core knows no arguments without values, and takes them for that value.
    /// </summary>
    public IReadOnlyDictionary<string, string?> HiddenSettings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Parses the arguments of a process.</summary>
    /// <exception cref="PodStartException">One is unknown or malformed; the nearest known one is named.</exception>
    public static ServerArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new ServerArguments();
        var hidden = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            var parts = arguments[i].Split('=', 2);
            string Value() => parts.Length == 2 ? parts[1]
                : i + 1 < arguments.Count ? arguments[++i]
                : throw Refused($"'{parts[0]}' needs a value.");
            switch (parts[0])
            {
                case "--apply-migrations" or "-a":
                    parsed = parsed with { ApplyMigrations = true };
                    break;
                case "--apply-repair-migration" or "-A":
                    parsed = parsed with { ApplyRepair = true };
                    break;
                case "--role" or "-r":
                    parsed = parsed with { Role = RoleOf(Value()) };
                    break;
                case "--healthcheck":
                    parsed = parsed with { IsHealthCheck = true };
                    break;
                case "--only":
                    RequireMigrations(Value());
                    break;
                case var name when OfHost.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains(':', StringComparison.Ordinal):
                    var isHidden = i > 0 && Flags.Contains(arguments[i - 1]);
                    var value = Value();
                    if (isHidden)
                    {
                        hidden[name.TrimStart('-')] = value;
                    }

                    break;
                case var name:
                    throw Refused(NearestArgument.Of(name, OfPod.Concat(OfHost)) is { } nearest
                        ? $"'{name}' is no argument of the server. Did you mean '{nearest}'?"
                        : $"'{name}' is no argument of the server.");
            }
        }

        return parsed with { HiddenSettings = hidden };
    }

    private static ServerRole RoleOf(string word) => word switch
    {
        "monolith" => ServerRole.Monolith,
        "maintenance" => ServerRole.Maintenance,
        _ => throw Refused($"'{word}' is no role. Roles are monolith and maintenance."),
    };

    private static void RequireMigrations(string word)
    {
        if (word != "migrations")
        {
            throw Refused($"'{word}' cannot be done alone. '--only' takes 'migrations'.");
        }
    }

    private static PodStartException Refused(string problem) => new($"{problem}\n{Usage}", PodStartException.Failed);
}
