using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>What <c>dotnet new pod-model</c> and <c>pod-endpoint</c> add to an application.</summary>
[Collection(nameof(TemplateTests))]
public sealed class ItemTemplateTests(PackedTemplates templates)
{
    [Fact]
    public async Task A_model_and_an_endpoint_land_in_their_folders_compile_and_bring_a_test()
    {
        var application = await templates.CreateAsync("my-shop", "--web", "none", "--redis", "false");
        (await application.DotNetAsync("tool", "restore")).Succeeded();

        // Nothing was built yet: what the template brought is what its sources generate, under this name, too.
        (await application.DotNetAsync("pod", "generate", "--check")).Succeeded();

        (await templates.DotNetAsync(application.Server, "new", "pod-model", "-n", "OrderLine")).Succeeded();
        (await templates.DotNetAsync(application.Server, "new", "pod-model", "-n", "Total", "--table", "false")).Succeeded();
        (await templates.DotNetAsync(application.Server, "new", "pod-endpoint", "-n", "OrderLine")).Succeeded();

        Assert.Contains("\ntable: order_line\n", application.Read("my-shop.Server/Models/order_line.pod.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("table:", application.Read("my-shop.Server/Models/total.pod.yaml"), StringComparison.Ordinal);
        Assert.Contains("namespace my_shop.Server;", application.Read("my-shop.Server/Endpoints/OrderLineEndpoint.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace my_shop.Server.Tests;", application.Read("my-shop.Server.Tests/OrderLineEndpointTests.cs"), StringComparison.Ordinal);

        (await application.DotNetAsync("pod", "create-migration", "--tag", "order-lines")).Succeeded();
        (await application.DotNetAsync("pod", "generate")).Succeeded();
        await application.BuildAsync(application.Tests);
        var tests = (await application.TestAsync()).Succeeded();

        Assert.Contains("Passed:     6", tests.Output, StringComparison.Ordinal);
    }
}
