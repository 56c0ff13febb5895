using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>A session that has seen any sequence of edits gives exactly what a run without memory gives.</summary>
public sealed class GenerationSessionTests
{
    private const int FirstSeed = 20_261_121;

    [Fact]
    public void Edits_of_models_give_what_a_fresh_run_gives() => Play(FuzzCorpus.SampleModels, sequences: 8, edits: 12);

    [Fact]
    public void Edits_of_models_and_endpoints_give_what_a_fresh_run_gives() => Play([.. FuzzCorpus.ChatModels, .. FuzzCorpus.ChatEndpoints], sequences: 3, edits: 12);

    private static void Play(IReadOnlyList<SourceFile> original, int sequences, int edits)
    {
        var successes = 0;
        for (var seed = FirstSeed; seed < FirstSeed + sequences; seed++)
        {
            var random = new Random(seed);
            var session = new GenerationSession();
            var files = original.ToList();
            for (var edit = 0; edit < edits; edit++)
            {
                var input = FuzzCorpus.Configure(GeneratorRun.Input(files));
                var (expected, actual) = (ProjectGenerator.Generate(input), session.Generate(input));
                var place = $"seed {seed}, edit {edit}";
                Assert.True(expected.Diagnostics.SequenceEqual(actual.Diagnostics), place);
                Assert.True(expected.Files.SequenceEqual(actual.Files), place);
                Assert.True(expected.Project.Equals(actual.Project), place);
                Assert.True(expected.Schema.Equals(actual.Schema), place);
                successes += expected.Succeeded ? 1 : 0;
                Edit(files, original, random);
            }
        }

        Assert.True(successes > sequences * edits / 4, $"Only {successes} inputs were sound.");
    }

    // Most edits keep the project sound; the others are repaired by a later one.
    private static void Edit(List<SourceFile> files, IReadOnlyList<SourceFile> original, Random random)
    {
        var index = random.Next(files.Count);
        var file = files[index];
        switch (random.Next(9))
        {
            case 0:
                files[index] = new SourceFile(file.Path, new TextMutator(random).Mutate(file.Text));
                break;
            case 1:
                files.RemoveAt(index);
                files.Add(new SourceFile("new/" + file.Path, file.Text));
                break;
            case 2:
                files[index] = new SourceFile(file.Path, file.Text.Replace("string", "int", StringComparison.Ordinal));
                break;
            case 3:
                files[index] = new SourceFile(file.Path, file.Text.Replace("class: ", "serverOnly: true\nclass: ", StringComparison.Ordinal));
                break;
            case 4 or 5:
                files[index] = new SourceFile(file.Path, file.Text.Replace("fields:\n", $"fields:\n  added{random.Next(1000)}: int?\n", StringComparison.Ordinal));
                break;
            case 6:
                files[index] = new SourceFile(file.Path, file.Text.Replace("public async Task<", $"public Task Added{random.Next(1000)}(Session session) => null!;\n    public async Task<", StringComparison.Ordinal));
                break;
            default:
                files.Clear();
                files.AddRange(original);
                break;
        }
    }
}
