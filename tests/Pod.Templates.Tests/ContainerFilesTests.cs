using System.Text.RegularExpressions;
using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>Dockerfile and compose file: no container is started here, but what they say fits together.</summary>
[Collection(nameof(TemplateTests))]
public sealed partial class ContainerFilesTests(PackedTemplates templates)
{
    private const string Cluster = "cluster";
    private static readonly string[] Sections = ["name", "x-server", "services", "volumes"];
    private static readonly string[] OfServices =
    [
        "build", "command", "depends_on", "environment", "healthcheck", "hostname", "image", "ports", "profiles", "read_only", "stop_grace_period", "stop_signal",
        "tmpfs", "volumes",
    ];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Services_wait_for_what_they_need_and_only_this_machine_reaches_them(bool database, bool redis)
    {
        var options = TemplateOptions.Default with { Database = database, Redis = redis, Web = false, GitHub = false };
        var application = await templates.CreateAsync("my-shop", options.Arguments());
        var text = application.Read("compose.yaml");
        var compose = ComposeFile.Parse(text);

        Assert.Equal(Present(("server", true), ("server-2", true), ("proxy", true), ("postgres", database), ("migrate", database), ("redis", redis)), compose.Services.Keys.Order());
        Assert.Equal(Present(("postgres", database), ("redis", redis)), compose.Volumes.Order());
        Assert.Equal(Present(("migrate", database), ("redis", redis)), compose.Services["server"].DependsOn.Keys.Order());
        Assert.Empty(compose.Sections.Except(Sections));
        Assert.All(compose.Services.Values, service => IsKnown(service, compose));
        VariablesAreExplained(text, application.Read(".env.example"));
    }

    [Fact]
    public async Task Two_servers_with_names_of_their_own_are_behind_the_proxy_of_the_cluster()
    {
        var application = await templates.CreateAsync("my-shop", "--web", "none", "--github", "false");
        var services = ComposeFile.Parse(application.Read("compose.yaml")).Services;

        Assert.Equal(["proxy", "server-2"], services.Where(static service => service.Value.Profiles.Contains(Cluster)).Select(static service => service.Key).Order());
        Assert.Equal(("server-1", "server-2"), (services["server"].Value("hostname"), services["server-2"].Value("hostname")));
        Assert.Equal(["server:8080", "server-2:8080"], services["proxy"].Command.Where(static word => word.EndsWith(":8080", StringComparison.Ordinal)));
        Assert.All(["server", "server-2"], name =>
        {
            Assert.Equal(("SIGTERM", "60s", "true"), (services[name].Value("stop_signal"), services[name].Value("stop_grace_period"), services[name].Value("read_only")));
            Assert.Equal("service_completed_successfully", services[name].DependsOn["migrate"]);
            Assert.Equal("Production", services[name].Environment["ASPNETCORE_ENVIRONMENT"]);
        });
        Assert.Equal(["--role", "maintenance", "--only", "migrations", "--apply-migrations"], services["migrate"].Command);
    }

    [Fact]
    public async Task The_image_runs_as_nobody_and_asks_its_own_program_how_it_is()
    {
        var application = await templates.CreateAsync("my-shop", "--web", "none", "--github", "false");
        var dockerfile = application.Read("Dockerfile");

        Assert.Contains("\nUSER 1654\n", dockerfile, StringComparison.Ordinal);
        Assert.Contains("""CMD ["dotnet", "my-shop.Server.dll", "--healthcheck"]""", dockerfile, StringComparison.Ordinal);
        Assert.Contains("\nSTOPSIGNAL SIGTERM\n", dockerfile, StringComparison.Ordinal);
        Assert.Equal(["${SDK} AS build", "${RUNTIME}"], Base().Matches(dockerfile).Select(static image => image.Groups[1].Value));
    }

    private static void IsKnown(ComposeService service, ComposeFile compose)
    {
        Assert.Empty(service.Keys.Except(OfServices));
        Assert.NotNull(service.Value("image"));
        Assert.All(service.Ports, static port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Empty(service.Volumes.Except(compose.Volumes));
        foreach (var (name, condition) in service.DependsOn)
        {
            var other = compose.Services[name];
            Assert.Equal(other.HasHealthCheck ? "service_healthy" : "service_completed_successfully", condition);
            Assert.Empty(other.Profiles.Except(service.Profiles));
        }
    }

    private static void VariablesAreExplained(string compose, string example) =>
        Assert.Equal(
            Variable().Matches(compose).Select(static variable => variable.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            Explained().Matches(example).Select(static variable => variable.Groups[1].Value).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Present(params (string Name, bool IsPresent)[] names) => names.Where(static name => name.IsPresent).Select(static name => name.Name).Order();

    [GeneratedRegex(@"(?<!\$)\$\{([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?m)^(?:# )?([A-Z_]+)=")]
    private static partial Regex Explained();

    [GeneratedRegex(@"(?m)^FROM (.+)$")]
    private static partial Regex Base();
}
