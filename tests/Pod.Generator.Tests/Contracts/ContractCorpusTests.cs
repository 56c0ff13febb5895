using System.Collections.Concurrent;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Client;
using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Reading;
using Pod.Generator.Tests.Support;
using Pod.Protocol;

namespace Pod.Generator.Tests.Contracts;

/// <summary>Each change of the corpus gets its label, and the client from before the change finds it to be true.</summary>
public sealed class ContractCorpusTests
{
    // What the endpoints' own files have without asking; the generated ones name what they need.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pod.Protocol;
        global using Pod.Runtime;
        global using Endpoint = Pod.Runtime.Endpoint;
        """;

    // Both tests need all of them.
    private static readonly Lazy<IReadOnlyList<(CorpusEdit Edit, GenerationResult Result)>> Edits =
        new(static () => [.. CorpusEdit.ReadAll().AsParallel().AsOrdered().Select(static edit => (edit, Generate(edit)))]);

    [Fact]
    public void Every_change_has_its_label()
    {
        var before = ContractOf(Generate(CorpusEdit.None));

        var wrong = Edits.Value.Select(item => (item.Edit, Found: ContractComparer.Compare(before, ContractOf(item.Result))
                .Select(static difference => $"{difference.Id} {difference.Subject} {Word(difference.Impact)}").ToList()))
            .Where(static result => !result.Found.Order(StringComparer.Ordinal).SequenceEqual(result.Edit.Expected.Order(StringComparer.Ordinal)))
            .Select(static result => $"{result.Edit.Name}\n  expected: {string.Join("; ", result.Edit.Expected)}\n  found:    {string.Join("; ", result.Found)}")
            .ToList();

        var labels = Edits.Value.Sum(static item => item.Edit.Outcomes.Count);
        Assert.True(labels >= 150, $"{labels} labels");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_corpus_has_every_rule() => Assert.Equal(
        ["POD2201", "POD2202", "POD2203", "POD2204", "POD2205", "POD2206", "POD2207", "POD2208", "POD2209", "POD2210", "POD2211", "POD2212", "POD2213"],
        CorpusEdit.ReadAll().SelectMany(static edit => edit.Expected).Select(static found => found.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_label_is_what_happens_to_the_client_from_before()
    {
        var client = Compile("Shop.Client", Generate(CorpusEdit.None), GenerationTarget.Client, CorpusEdit.Read("exercise.txt"));
        var exercise = client.GetType("Shop.Client.Exercise")!.GetMethod("RunAsync")!.CreateDelegate<Func<Uri, string, Task>>();
        var servers = Edits.Value.Prepend((Edit: CorpusEdit.None, Result: Generate(CorpusEdit.None))).Select(static (item, index) => (item.Edit, item.Result, index));
        var wrong = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(servers, async (item, _) =>
        {
            var own = item.Edit.Files().Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => file.Text);
            var server = Compile($"Shop.Server.{item.index}", item.Result, GenerationTarget.Server, [.. own, CorpusEdit.Read("host.txt")]);
            await using var app = await server.GetType("Shop.Server.Host")!.GetMethod("StartAsync")!.CreateDelegate<Func<Task<WebApplication>>>()();
            foreach (var (part, impact) in item.Edit.Outcomes)
            {
                var failure = await Record.ExceptionAsync(() => exercise(new Uri(app.Urls.Single()), part));
                if (impact == "safe" ? failure is not null : impact == "breaking" && !IsBreak(failure))
                {
                    wrong.Enqueue($"{item.Edit.Name}\n  {part} is {impact}: {(failure is null ? "nothing happened" : $"{failure.GetType().Name} {failure.Message}")}");
                }
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

    // Refused, not understood, or taken for something else. A server that fails proves nothing.
    private static bool IsBreak(Exception? failure) =>
        failure is (PodClientException and not PodClientServerErrorException and not PodClientNetworkException) or PodModelException || failure?.GetType().Name == "MisreadException";

    private static GenerationResult Generate(CorpusEdit edit)
    {
        var result = ProjectGenerator.Generate(GeneratorRun.Input(edit.Files()) with
        {
            Module = "shop",
            ServerNamespace = "Shop.Server",
            ClientNamespace = "Shop.Client",
            ClientClass = "ShopClient",
            HasDatabase = false,
        });
        Assert.True(result.Files.Count > 0, $"{edit.Name}: {string.Join('\n', result.Diagnostics)}");
        return result;
    }

    private static Contract ContractOf(GenerationResult result) => ContractReader.Read(result.Files.Single(static file => file.Path == ContractWriter.FileName).Text);

    private static System.Reflection.Assembly Compile(string name, GenerationResult result, GenerationTarget target, params string[] more)
    {
        var sources = result.Files.Where(file => file.Target == target && file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => file.Text)
            .Concat(more)
            .Append(target == GenerationTarget.Server ? Usings : Usings.Replace("global using Pod.Runtime;", "", StringComparison.Ordinal).Replace("global using Endpoint = Pod.Runtime.Endpoint;", "", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14))),
            GeneratorRun.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, name + string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }

    private static string Word(ContractImpact impact) => impact switch
    {
        ContractImpact.Breaking => "breaking",
        ContractImpact.Risky => "risky",
        _ => "safe",
    };
}
