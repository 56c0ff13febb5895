using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Pod.AppHost.Surface.Tests.Support;

namespace Pod.AppHost.Surface.Tests;

/// <summary>What the repository's AppHost tells Aspire: which resources, who waits for whom, what they are told.</summary>
public sealed class AppHostModelTests
{
    [Fact]
    public void With_containers_there_are_PostgreSQL_and_Redis_whose_data_outlives_the_AppHost()
    {
        var application = Checkout.RunAppHost("--Pod:Containers=true");

        Assert.Equal(["postgres", "poddb", "cache", "server"], application.Resources.Select(static resource => resource.Name));
        Assert.Same(application.Get<PostgresServerResource>("postgres"), application.Get<PostgresDatabaseResource>("poddb").Parent);
        foreach (var container in application.Resources.OfType<ContainerResource>())
        {
            Assert.Single(container.All<RecordedVolume>());
            Assert.Equal(ContainerLifetime.Persistent, container.All<RecordedLifetime>().Single().Lifetime);
        }

        var server = application.Get<ProjectResource>("server");
        Assert.Same(application.Get<PostgresDatabaseResource>("poddb"), server.Variable("ConnectionStrings__poddb"));
        Assert.Same(application.Get<RedisResource>("cache"), server.Variable("ConnectionStrings__cache"));
        Assert.Equal(["poddb", "cache"], server.WaitsFor());
    }

    [Fact]
    public void Server_is_reachable_and_watched_and_migrates_when_it_starts()
    {
        var server = Checkout.RunAppHost("--Pod:Containers=true").Get<ProjectResource>("server");

        Assert.True(server.All<EndpointAnnotation>().Single(static endpoint => endpoint.UriScheme == "http").IsExternal);
        Assert.Equal("/health", server.All<RecordedHealthCheck>().Single().Name);
        Assert.Equal("OnStart", server.Variable("Pod__Migrations__Apply"));
        Assert.Equal("/openapi/v1.json", server.All<ResourceUrlAnnotation>().Single().Url);
        Assert.Equal(
            ["pod-create-migration", "pod-apply-migrations", "pod-create-repair-migration"],
            server.All<RecordedCommand>().Select(static command => command.Name));
        var document = server.All<RecordedHttpCommand>().Single();
        Assert.Equal(("Open API document", "/openapi/v1.json", HttpMethod.Get), (document.DisplayName, document.Path, document.Options.Method));
        Assert.Equal(HttpCommandResultMode.Json, document.Options.ResultMode);
        Assert.Equal([false, false, true], server.All<RecordedCommand>().Select(static command => command.Options.ConfirmationMessage is not null));
    }

    [Fact]
    public void Without_containers_the_same_names_stand_for_a_process_and_there_is_no_cache()
    {
        var application = Checkout.RunAppHost("--Pod:Containers=false", "--Pod:Tool=tool.dll", "--folder=/apphost");

        Assert.Equal(["postgres", "poddb", "server"], application.Resources.Select(static resource => resource.Name));
        var postgres = application.Get<EmbeddedPostgresResource>("postgres");
        var endpoint = postgres.All<EndpointAnnotation>().Single();
        Assert.Equal("dotnet", postgres.Command);
        Assert.Equal("/apphost", postgres.WorkingDirectory);
        Assert.Equal(["/apphost/tool.dll", "database", "start", "--port", $"{endpoint.Port}", "--project", Checkout.ChatServer], postgres.Arguments());
        Assert.Same(postgres.PasswordParameter, postgres.Variable("POD_POSTGRES_PASSWORD"));
        Assert.Equal(("tcp", "tcp", endpoint.TargetPort, false), (endpoint.Name, endpoint.UriScheme, endpoint.Port, endpoint.IsProxied));
        Assert.Single(postgres.All<RecordedExclusion>());
        Assert.Single(application.Get<EmbeddedPostgresDatabaseResource>("poddb").All<RecordedExclusion>());
        Assert.Equal(
            "Host=127.0.0.1;Port={postgres.bindings.tcp.port};Username=postgres;Password={postgres-password.value};Database=pod",
            application.Get<EmbeddedPostgresDatabaseResource>("poddb").ConnectionStringExpression.ValueExpression);

        var server = application.Get<ProjectResource>("server");
        Assert.Same(application.Get<EmbeddedPostgresDatabaseResource>("poddb"), server.Variable("ConnectionStrings__poddb"));
        Assert.Null(server.Variable("ConnectionStrings__cache"));
        Assert.Equal(["poddb"], server.WaitsFor());
    }

    [Fact]
    public void Tool_is_the_repositorys_own_unless_another_is_named()
    {
        var postgres = Checkout.RunAppHost("--Pod:Containers=false").Get<EmbeddedPostgresResource>("postgres");

        Assert.Equal(["pod", "database", "start"], postgres.Arguments().Take(3));
    }

    [Fact]
    public void Published_a_job_migrates_before_the_server_starts()
    {
        // Whether containers run on this machine does not matter to what is published.
        var application = Checkout.RunAppHost("--operation=publish", "--Pod:Containers=false");

        Assert.Equal(["postgres", "poddb", "cache", "server", "server-migrations"], application.Resources.Select(static resource => resource.Name));
        var job = application.Get<ProjectResource>("server-migrations");
        var server = application.Get<ProjectResource>("server");
        Assert.Equal(["--role", "maintenance", "--only", "migrations", "--apply-migrations"], job.Arguments());
        Assert.Same(server.Variable("ConnectionStrings__poddb"), job.Variable("ConnectionStrings__poddb"));
        Assert.Equal(["poddb"], job.WaitsFor());
        Assert.Same(job, server.All<RecordedWait>().Single(static wait => wait.UntilCompletion).For);
        Assert.Null(server.Variable("Pod__Migrations__Apply"));
    }

    [Theory]
    [InlineData("compose", "Docker Compose")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("aca", "Azure Container Apps")]
    public void Target_is_chosen_by_configuration(string target, string kind)
    {
        var application = Checkout.RunAppHost("--operation=publish", $"--Pod:Target={target}");

        Assert.Equal(kind, application.Get<ComputeEnvironmentResource>(target).Kind);
    }

    [Fact]
    public void Server_without_address_in_its_launch_settings_gets_one()
    {
        var application = RecordedApplication.Begin();

        var server = application.AddPod<NoLaunchSettings>("server").Resource;

        Assert.Equal("http", server.All<EndpointAnnotation>().Single().Name);
    }

    [Fact]
    public void Job_can_be_shaped_for_its_target()
    {
        var application = RecordedApplication.Begin("--operation=publish");

        application.AddPod<NoLaunchSettings>("server").WithPodDatabase(application.AddPodDatabase(), static job => job.WithEnvironment("KIND", "job"));

        Assert.Equal("job", application.Get<ProjectResource>("server-migrations").Variable("KIND"));
    }

    private sealed class NoLaunchSettings : IProjectMetadata
    {
        public string ProjectPath => "/nowhere/Server.csproj";
    }
}
