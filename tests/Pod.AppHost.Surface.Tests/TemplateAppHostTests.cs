using Aspire.Hosting.ApplicationModel;
using Pod.AppHost.Surface.Tests.Support;

namespace Pod.AppHost.Surface.Tests;

/// <summary>The AppHost that <c>dotnet new pod</c> makes, for every choice of its parts. The template's options are symbols of <c>#if</c>.</summary>
public sealed class TemplateAppHostTests
{
    // Where the projects are does not matter to the model; these have launch settings.
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["Pod_App_Server"] = Checkout.ChatServer,
        ["Pod_App_Web"] = Checkout.ChatServer,
    };

    public static TheoryData<bool, bool, bool> Parts => new()
    {
        { true, true, true },
        { true, true, false },
        { true, false, true },
        { true, false, false },
        { false, true, true },
        { false, true, false },
        { false, false, true },
        { false, false, false },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Resources_are_those_that_were_chosen_and_wait_for_each_other(bool database, bool redis, bool web)
    {
        var application = AppHostProgram.Run(
            Checkout.PathOf("templates/pod/Pod-App.AppHost/AppHost.cs"),
            Projects,
            Chosen((database, "database"), (redis, "redis"), (web, "hasWeb")),
            "--Pod:Containers=true");

        Assert.Equal(
            Chosen((database, "postgres"), (database, "poddb"), (redis, "cache"), (true, "server"), (web, "web")),
            application.Resources.Select(static resource => resource.Name));
        var server = application.Get<ProjectResource>("server");
        Assert.Equal(Chosen((database, "poddb"), (redis, "cache")), server.WaitsFor());
        Assert.Equal(database, server.Variable("ConnectionStrings__poddb") is not null);
        Assert.Equal(redis, server.Variable("ConnectionStrings__cache") is not null);
        if (web)
        {
            Assert.Equal(["server"], application.Get<ProjectResource>("web").WaitsFor());
            Assert.True(application.Get<ProjectResource>("web").All<EndpointAnnotation>().All(static endpoint => endpoint.IsExternal));
        }
    }

    private static string[] Chosen(params (bool IsChosen, string Name)[] names) => [.. names.Where(static name => name.IsChosen).Select(static name => name.Name)];
}
