using System.Collections.Concurrent;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Reading;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Contracts;

/// <summary>Each change of the corpus gets its label, and what is called safe is called by the client from before the change.</summary>
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

    [Fact]
    public void Every_change_has_its_label()
    {
        var edits = CorpusEdit.ReadAll();
        var before = ContractOf(Generate(CorpusEdit.None));

        var wrong = edits.AsParallel().Select(edit => (edit, Found: ContractComparer.Compare(before, ContractOf(Generate(edit)))
                .Select(static difference => $"{difference.Id} {difference.Subject} {Word(difference.Impact)}").ToList()))
            .Where(static result => !result.Found.Order(StringComparer.Ordinal).SequenceEqual(result.edit.Expected.Order(StringComparer.Ordinal)))
            .Select(static result => $"{result.edit.Name}\n  expected: {string.Join("; ", result.edit.Expected)}\n  found:    {string.Join("; ", result.Found)}")
            .ToList();

        Assert.True(edits.Count >= 100, $"{edits.Count} changes");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_corpus_has_every_rule() => Assert.Equal(
        ["POD2201", "POD2202", "POD2203", "POD2204", "POD2205", "POD2206", "POD2207", "POD2208", "POD2209", "POD2210", "POD2211", "POD2212", "POD2213"],
        CorpusEdit.ReadAll().SelectMany(static edit => edit.Expected).Select(static found => found.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_called_safe_works_for_the_client_from_before()
    {
        var client = Compile("Shop.Client", Generate(CorpusEdit.None), GenerationTarget.Client, CorpusEdit.Read("exercise.txt"));
        var exercise = client.GetType("Shop.Client.Exercise")!.GetMethod("RunAsync")!.CreateDelegate<Func<Uri, Task>>();
        var safe = CorpusEdit.ReadAll().Where(static edit => edit.IsSafe).Prepend(CorpusEdit.None).Select(static (edit, index) => (edit, index)).ToList();
        var failures = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(safe, async (item, _) =>
        {
            try
            {
                var own = item.edit.Files().Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => file.Text);
                var server = Compile($"Shop.Server.{item.index}", Generate(item.edit), GenerationTarget.Server, [.. own, CorpusEdit.Read("host.txt")]);
                await using var app = await server.GetType("Shop.Server.Host")!.GetMethod("StartAsync")!.CreateDelegate<Func<Task<WebApplication>>>()();
                await exercise(new Uri(app.Urls.Single()));
            }
            catch (Exception failure)
            {
                failures.Enqueue($"{item.edit.Name}: {failure.Message}");
            }
        });

        Assert.True(safe.Count > 40, $"{safe.Count} changes are safe.");
        Assert.True(failures.IsEmpty, string.Join('\n', failures));
    }

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
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
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
