using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator;
using Pod.Generator.Parsing;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>The examples of docs/clients.md compile against the client of the server that the page begins with.</summary>
public sealed partial class ClientDocumentationTests
{
    private const string Page = "docs/clients.md";

    private const string ServerUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pod.Runtime;
        global using Endpoint = Pod.Runtime.Endpoint;
        """;

    private const string ClientUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.DependencyInjection;
        global using Pod.Client;
        """;

    private static readonly List<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    [Fact]
    public void Examples_compile_against_the_generated_client()
    {
        var blocks = Block().Matches(RepositoryFiles.Read(Page)).Select(static match => (Language: match.Groups["language"].Value, Text: match.Groups["text"].Value)).ToList();
        var server = blocks.Where(static block => block.Language == "csharp" && block.Text.Contains(": Endpoint", StringComparison.Ordinal)).ToList();
        var result = ProjectGenerator.Generate(new GenerationInput
        {
            Module = "sample",
            ServerNamespace = "Sample.Server",
            ClientNamespace = "Sample.Client",
            ClientClass = "SampleClient",
            HasClientHosting = true,
            ModelFiles = [.. blocks.Where(static block => block.Language == "yaml").Select(static block => new SourceFile(block.Text[2..block.Text.IndexOf('\n', StringComparison.Ordinal)], block.Text))],
            CSharpFiles = [.. server.Select(static block => new SourceFile("Endpoints.cs", block.Text)), new SourceFile("Usings.cs", ServerUsings)],
            References = References,
        });
        var examples = blocks.Where(block => block.Language == "csharp" && !server.Contains(block)).Select(static (block, index) => block.Text.StartsWith("// ", StringComparison.Ordinal) ? block.Text : Wrap(block.Text, index)).ToList();
        var compilation = CSharpCompilation.Create(
            "Example",
            result.Files.Where(static file => file.Target == GenerationTarget.Client).Select(static file => file.Text).Concat(examples).Append(ClientUsings)
                .Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.True(examples.Count >= 6, $"{examples.Count} examples");
        Assert.NotEmpty(result.Files);
        Violations.None($"Code of {Page} does not compile.", compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString()));
    }

    // The first example makes the client that the others use.
    private static string Wrap(string code, int index) => $$"""
        namespace Sample.Client;

        internal static class Example{{index}}
        {
            public static async Task Run({{(code.Contains("var client =", StringComparison.Ordinal) ? "" : "SampleClient client, ")}}IServiceCollection services, CancellationToken cancellationToken)
            {
                await Task.CompletedTask;
                {{code}}
            }
        }
        """;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
