using Pod.Generator.Parsing;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>Whatever the input, the generator neither throws nor hangs, and its diagnostics have places. A failure names its seed: run it alone with <see cref="FirstSeed"/>.</summary>
public sealed class GeneratorFuzzTests
{
    private const int FirstSeed = 20_261_121;

    [Fact]
    public async Task Nasty_files_give_diagnostics_or_models()
    {
        foreach (var (name, text) in NastyTexts.All)
        {
            await GuardedRun.OfAsync(name, [new SourceFile("Models/nasty.pod.yaml", text), .. FuzzCorpus.ChatModels]);
        }
    }

    [Fact]
    public async Task Long_chains_and_cycles_of_models_give_diagnostics_or_models()
    {
        static SourceFile Link(int index, string parent) => new($"a{index}.pod.yaml", $"class: A{index}\nextends: {parent}\nfields:\n  f{index}: A{index}?\n");
        var chain = Enumerable.Range(0, 150).Select(static index => Link(index, index == 149 ? "End" : $"A{index + 1}")).ToList();

        await GuardedRun.OfAsync("chain", [.. chain, new SourceFile("end.pod.yaml", "class: End\nsealed: true\n")]);
        await GuardedRun.OfAsync("cycle", [.. chain, new SourceFile("end.pod.yaml", "class: End\nextends: A0\n")]);
        await GuardedRun.OfAsync("self", [new SourceFile("a.pod.yaml", "class: A\nextends: A\ntable: a\nfields:\n  a: A?, relation(name=x)\n  b: List<A>?, relation(name=x)\n")]);
    }

    [Fact]
    public async Task A_class_and_an_enum_of_one_name_give_a_diagnostic()
    {
        var result = await GuardedRun.OfAsync("twins", [new SourceFile("a.pod.yaml", "class: A\n"), new SourceFile("b.pod.yaml", "enum: A\nvalues: [a]\n"), .. FuzzCorpus.ChatEndpoints]);

        Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Id == "POD1016");
    }

    [Fact]
    public async Task Spoilt_models_give_diagnostics_or_models()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 2000; seed++)
        {
            var random = new Random(seed);
            var mutator = new TextMutator(random);
            var files = (random.Next(4) == 0 ? FuzzCorpus.SampleModels : FuzzCorpus.ChatModels).ToList();
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                var index = random.Next(files.Count);
                files[index] = new SourceFile(files[index].Path, mutator.Mutate(files[index].Text));
            }

            await GuardedRun.OfAsync($"seed {seed}", files);
        }
    }

    [Fact]
    public async Task Soups_of_the_languages_words_give_diagnostics_or_models()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 5000; seed++)
        {
            var random = new Random(seed);
            var mutator = new TextMutator(random);
            var head = random.Next(3) switch
            {
                0 => "",
                1 => "class: A\ntable: a\nfields:\n  a: ",
                _ => "enum: A\nvalues:\n  - ",
            };
            await GuardedRun.OfAsync(
                $"seed {seed}",
                [new SourceFile(random.Next(2) == 0 ? "a.pod.yaml" : "a.spy.yaml", head + mutator.Soup(random.Next(1, 60))), new SourceFile("b.pod.yaml", "class: B\nfields:\n  a: A?\n")]);
        }
    }

    [Fact]
    public async Task Spoilt_endpoints_give_diagnostics_or_endpoints()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 60; seed++)
        {
            var random = new Random(seed);
            var mutator = new TextMutator(random);
            var (models, endpoints) = random.Next(4) == 0
                ? (FuzzCorpus.SampleModels, FuzzCorpus.SampleEndpoints)
                : (FuzzCorpus.ChatModels, FuzzCorpus.ChatEndpoints);
            await GuardedRun.OfAsync($"seed {seed}", [.. models, .. endpoints.Select(file => new SourceFile(file.Path, mutator.Mutate(file.Text)))]);
        }
    }
}
