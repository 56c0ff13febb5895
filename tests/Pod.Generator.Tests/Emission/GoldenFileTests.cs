using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Emission;

/// <summary>Whole generated files, as a reader of a diff sees them.</summary>
public sealed class GoldenFileTests
{
    private const string Sources = """
        === Models/recipe.pod.yaml
        ### One dish, as cooked at home.
        class: Recipe
        table: recipe
        fields:
          ### What it is called.
          title: string, unique
          author: Chef?, relation(onDelete=cascade)
          servings: int, default=4
          tags: List<string>
          kind: Course?
          steps: List<Step>?, relation
        === Models/kitchen/chef.pod.yaml
        class: Chef
        table: chef
        fields:
          id: Guid, defaultModel=random_v7
          name: string
        === Models/step.pod.yaml
        class: Step
        table: step
        fields:
          text: string
        === Models/course.pod.yaml
        enum: Course
        values: [starter, main_course]
        === Models/out_of_stock.pod.yaml
        exception: OutOfStock
        fields:
          article: string
        === Endpoints/RecipeEndpoint.cs
        namespace Sample.Server.Endpoints;

        /// <summary>Finds recipes.</summary>
        public class RecipeEndpoint : Endpoint
        {
            /// <summary>Finds one.</summary>
            /// <param name="id">Which one.</param>
            public Task<Recipe?> Find(Session session, long id) => null!;

            public Task<List<Recipe>> List(Session session, Course? course = null, int limit = 50, CancellationToken cancellationToken = default) => null!;

            public IAsyncEnumerable<Step> Cook(Session session, long id, IAsyncEnumerable<string> answers) => null!;
        }
        """;

    [Theory]
    [InlineData(GenerationTarget.Server, "Generated/Models/Recipe.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Models/kitchen/Chef.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Models/Course.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Models/OutOfStock.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Tables/RecipeTable.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Tables/StepTable.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Endpoints/RecipeEndpointDispatch.cs")]
    [InlineData(GenerationTarget.Server, "Generated/Protocol.cs")]
    [InlineData(GenerationTarget.Server, "pod.contract.json")]
    [InlineData(GenerationTarget.Client, "Generated/Models/Recipe.cs")]
    [InlineData(GenerationTarget.Client, "Generated/Endpoints/RecipeEndpointClient.cs")]
    [InlineData(GenerationTarget.Client, "Generated/SampleClient.cs")]
    public void Files_are_what_was_verified(GenerationTarget target, string path)
    {
        var file = GeneratorRun.Of(Sources).Files.Single(candidate => candidate.Target == target && candidate.Path == path);

        Snapshot.Verify(file.Text, $"{target}/{path}");
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        var input = GeneratorRun.Input(MarkedSources.Parse(Sources).Files);
        var reversed = input with { ModelFiles = [.. input.ModelFiles.Reverse()], CSharpFiles = [.. input.CSharpFiles.Reverse()] };

        Assert.Equal(ProjectGenerator.Generate(input).Files, ProjectGenerator.Generate(reversed).Files);
    }

    [Fact]
    public void Files_have_plain_line_ends_and_no_trailing_spaces() => Assert.All(GeneratorRun.Of(Sources).Files, static file =>
    {
        Assert.DoesNotContain('\r', file.Text);
        Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Text.Split('\n'), static line => line.EndsWith(' '));
    });

    [Fact]
    public void Definitions_compare_by_content() =>
        Assert.Equal(GeneratorRun.Of(Sources).Project, GeneratorRun.Of(Sources).Project);
}
