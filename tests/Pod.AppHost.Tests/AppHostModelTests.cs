using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Pod.AppHost.Tests;

/// <summary>
/// The same model as <c>Pod.AppHost.Surface.Tests</c>, built by Aspire's own packages. Needs neither containers nor the orchestrator; only feeds that have
/// the packages can build it (<c>Pod.Aspire.sln</c>).
/// </summary>
public sealed class AppHostModelTests
{
    [Theory]
    [InlineData("true", new[] { "cache", "postgres", "poddb", "server" })]
    [InlineData("false", new[] { "postgres", "poddb", "server" })]
    public async Task Model_has_the_servers_and_what_they_need(string containers, string[] expected)
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Pod_AppHost>([$"--Pod:Containers={containers}"]);
        await using var application = await builder.BuildAsync();

        var resources = application.Services.GetService(typeof(DistributedApplicationModel)) as DistributedApplicationModel;

        Assert.Superset(expected.ToHashSet(), resources!.Resources.Select(static resource => resource.Name).ToHashSet());
        var server = resources.Resources.Single(static resource => resource.Name == "server");
        Assert.Contains(server.Annotations.OfType<WaitAnnotation>(), static wait => wait.Resource.Name == "poddb");
        Assert.Equal(4, server.Annotations.OfType<ResourceCommandAnnotation>().Count(static command => command.Name.StartsWith("pod-", StringComparison.Ordinal)));
    }
}
