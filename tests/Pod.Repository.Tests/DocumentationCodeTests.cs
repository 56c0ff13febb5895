using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator;
using Pod.Generator.Parsing;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>The examples of each page are one project: the models generate without a finding, and the C# compiles against what they give.</summary>
public sealed partial class DocumentationCodeTests
{
    private const string TestingPage = "docs/testing.md";

    public static TheoryData<string> Pages => ["docs/models.md", "docs/database.md", "docs/endpoints.md", "docs/streaming.md", "docs/caching.md", "docs/messages.md", TestingPage];

    // What a web project and Pod's package have without asking.
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Pod.Database", "Pod.Protocol", "Pod.Runtime", "Endpoint = Pod.Runtime.Endpoint",
    ];

    private static readonly List<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    private static string GlobalUsings => string.Concat(Usings.Select(static name => $"global using {name};\n"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Models_generate_without_a_finding(string page) => Violations.None(
        $"Models of {page} are reported.", Generate(page).Diagnostics
            // The page teaches one thing at a time; hints at missing indexes come later in a model's life.
            .Where(static diagnostic => diagnostic.Severity > Pod.Generator.Diagnostics.DiagnosticSeverity.Hint)
            .Select(static diagnostic => diagnostic.ToString()));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_compiles_against_what_the_models_give(string page)
    {
        var examples = Blocks(page, "csharp").Select(static (code, index) => IsFile(code) ? code : $$"""
            namespace Sample.Server;

            internal static class Example{{index}}
            {
                public static async Task Run(Session session)
                {
                    await Task.CompletedTask;
                    {{code}}
                }
            }
            """);
        var sources = Generate(page).Files.Where(static file => file.Target != GenerationTarget.Client && file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(static file => file.Text)
            .Concat(examples)
            .Append(GlobalUsings)
            .Append(page == TestingPage ? "global using Pod.Testing;\nglobal using Xunit;\n" : "");
        var compilation = CSharpCompilation.Create(
            "Example",
            sources.Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Violations.None(
            $"Code of {page} does not compile.",
            compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => $"{diagnostic}: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}"));
    }

    // The first line of an example that is a whole file says where it is.
    private static bool IsFile(string code) => code.StartsWith("// ", StringComparison.Ordinal);

    private static List<SourceFile> EndpointFiles(string page)
    {
        var files = Blocks(page, "csharp").Where(static code => IsFile(code) && code.Contains(": Endpoint", StringComparison.Ordinal))
            .Select(static code => new SourceFile(code[3..code.IndexOf('\n', StringComparison.Ordinal)], code)).ToList();
        return files.Count == 0 ? files : [.. files, new SourceFile("GlobalUsings.cs", GlobalUsings)];
    }

    private static GenerationResult Generate(string page) => ProjectGenerator.Generate(new GenerationInput
    {
        Module = "sample",
        ServerNamespace = "Sample.Server",
        ClientNamespace = "Sample.Client",
        ClientClass = "SampleClient",
        ModelFiles = [.. Blocks(page, "yaml").Select(static text => new SourceFile(FileLine().Match(text).Groups["path"].Value, text))],
        CSharpFiles = EndpointFiles(page),
        References = References,
        TestTools = page == TestingPage ? new TestToolsFile("../Sample.Server.Tests/TestTools.cs", "Sample.Server.Tests") : null,
        CustomTypes = CustomTypes.Create(Blocks(page, "json").SelectMany(static text => JsonDocument.Parse(text).RootElement.GetProperty("customTypes").EnumerateObject())
            .Select(static type => KeyValuePair.Create(type.Name, type.Value.GetString()!))),
    });

    private static IEnumerable<string> Blocks(string page, string language) => Block().Matches(RepositoryFiles.Read(page))
        .Where(match => match.Groups["language"].Value == language)
        .Select(static match => match.Groups["text"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // The first line of each model says where the file is.
    [GeneratedRegex(@"^# (?<path>\S+\.(pod|spy)\.yaml)\n")]
    private static partial Regex FileLine();
}
