using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>An <c>AppHost.cs</c>, compiled against the declarations of this project and run.</summary>
internal static class AppHostProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Linq;
        global using Aspire.Hosting;
        global using Aspire.Hosting.ApplicationModel;
        global using Microsoft.Extensions.Configuration;
        """;

    /// <summary>Runs an AppHost to the end of its model.</summary>
    /// <param name="file">The file.</param>
    /// <param name="projects">The projects that it names as <c>Projects.X</c>: X and the path.</param>
    /// <param name="symbols">What is defined for <c>#if</c>.</param>
    /// <param name="args">Its arguments.</param>
    public static RecordedApplication Run(string file, IReadOnlyDictionary<string, string> projects, IEnumerable<string> symbols, params string[] args)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols);
        var compilation = CSharpCompilation.Create(
            "AppHost-" + Guid.NewGuid().ToString("N"),
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, options),
                CSharpSyntaxTree.ParseText(Metadata(projects), options),
                CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file),
            ],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var program = new MemoryStream();
        var result = compilation.Emit(program);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.True(result.Success);

        Assembly.Load(program.ToArray()).EntryPoint!.Invoke(null, [args]);
        return RecordedApplication.TakeLast();
    }

    // Aspire's SDK generates these classes from the project references.
    private static string Metadata(IReadOnlyDictionary<string, string> projects) => $$"""
        namespace Projects
        {
        {{string.Join('\n', projects.Select(static project => $$"""
            public class {{project.Key}} : IProjectMetadata
            {
                public string ProjectPath => {{SymbolDisplay.FormatLiteral(project.Value, quote: true)}};
            }
        """))}}
        }
        """;
}
