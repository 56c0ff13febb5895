using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>One run of the generator over a spoilt project: it ends, it does not throw, and every diagnostic is inside the input.</summary>
internal static class GuardedRun
{
    // The longest run takes two seconds; this only tells a hang from a busy machine.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    public static async Task<GenerationResult> OfAsync(string name, IReadOnlyList<SourceFile> files)
    {
        try
        {
            var input = FuzzCorpus.Configure(GeneratorRun.Input(files));
            var result = await Task.Run(() => ProjectGenerator.Generate(input)).WaitAsync(Hang);
            CheckPlaces([.. input.ModelFiles, .. input.CSharpFiles, .. input.Modules.SelectMany(static module => module.ModelFiles)], result);
            CheckCode(result);
            return result;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{name}: {exception.GetType().Name}: {Shorten(exception.Message)}", exception);
        }
    }

    private static void CheckPlaces(IEnumerable<SourceFile> files, GenerationResult result)
    {
        var lines = files.DistinctBy(static file => file.Path).ToDictionary(static file => file.Path, static file => file.Lines);
        foreach (var diagnostic in result.Diagnostics)
        {
            var (path, line, column) = diagnostic.Span;
            var isInside = lines.TryGetValue(path, out var text) && line >= 1 && line <= text.Count && column >= 1 && column <= text[line - 1].Length + 1;
            Assert.True(isInside, $"This place does not exist: {Shorten(diagnostic.ToString())}");
        }
    }

    private static void CheckCode(GenerationResult result)
    {
        foreach (var file in result.Files.Where(static file => file.Target == GenerationTarget.Server && file.Path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var error = CSharpSyntaxTree.ParseText(file.Text).GetDiagnostics().FirstOrDefault();
            Assert.True(error is null, $"{file.Path} is no C#: {error}");
        }
    }

    private static string Shorten(string text) => text.Length > 500 ? text[..500] + "…" : text;
}
