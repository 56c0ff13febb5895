using Microsoft.CodeAnalysis;
using Pod.Generator.Parsing;

namespace Pod.Generator.Tests.Support;

/// <summary>Runs the generator over texts.</summary>
public static class GeneratorRun
{
    private static readonly SourceFile GlobalUsings = new("GlobalUsings.g.cs", """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pod.Protocol;
        global using Pod.Runtime;
        global using Endpoint = Pod.Runtime.Endpoint;
        """);

    /// <summary>Gets the assemblies of this test process, the framework's and Pod's.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    public static GenerationInput Input(IEnumerable<SourceFile> files)
    {
        var all = files.ToLookup(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal));
        return new GenerationInput
        {
            Module = "sample",
            ServerNamespace = "Sample.Server",
            ClientNamespace = "Sample.Client",
            ClientClass = "SampleClient",
            ModelFiles = [.. all[false]],
            CSharpFiles = all[true].Any() ? [.. all[true], GlobalUsings] : [],
            References = all[true].Any() ? References : [],
        };
    }

    /// <summary>Runs over files in the notation of <see cref="MarkedSources"/>.</summary>
    public static GenerationResult Of(string text) => ProjectGenerator.Generate(Input(MarkedSources.Parse(text).Files));

    /// <summary>Runs over files and fails unless exactly the marked diagnostics come, at the marked places.</summary>
    /// <param name="text">The files.</param>
    /// <param name="configure">Changes what <c>pod.json</c> says.</param>
    public static GenerationResult ExpectMarked(string text, Func<GenerationInput, GenerationInput>? configure = null)
    {
        var sources = MarkedSources.Parse(text);
        var input = Input(sources.Files);
        var result = ProjectGenerator.Generate(configure is null ? input : configure(input));
        var expected = sources.Expected.Select(static item => $"{item.Span} {item.Id}").Order(StringComparer.Ordinal);

        // Most tests are not about access, and nearly all of their methods say nothing about it.
        const string AccessUnsaid = "POD2019";
        var isAboutAccess = sources.Expected.Any(static item => item.Id == AccessUnsaid);
        var actual = result.Diagnostics.Where(item => isAboutAccess || item.Id != AccessUnsaid).Select(static item => $"{item.Span} {item.Id}").Order(StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(actual), $"""
            Expected:
            {string.Join('\n', expected)}

            Actual:
            {string.Join('\n', result.Diagnostics)}
            """);
        return result;
    }
}
