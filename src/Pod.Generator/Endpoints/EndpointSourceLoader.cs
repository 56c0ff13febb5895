using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Model;

namespace Pod.Generator.Endpoints;

/// <summary>
/// Makes a compilation in which endpoint signatures can be read: the project's own sources, without generated ones, and a stub for each model.
/// Method bodies are never bound, so stubs without members are enough, and C# errors elsewhere do not matter.
/// </summary>
internal static class EndpointSourceLoader
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static CSharpCompilation Load(GenerationInput input, IEnumerable<ModelDefinition> models)
    {
        var trees = input.CSharpFiles.AsParallel().AsOrdered()
            .Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path))
            .ToList();
        trees.Add((CSharpSyntaxTree)CSharpSyntaxTree.ParseText(Stubs(input.ServerNamespace, models), ParseOptions));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create(input.ServerNamespace, trees, input.References, options);
    }

    private static string Stubs(string serverNamespace, IEnumerable<ModelDefinition> models)
    {
        var declarations = models.Select(static model => model switch
        {
            EnumDefinition definition => $"public enum {model.Name} {{ {string.Join(", ", definition.Values.Select(static value => value.MemberName))} }}",
            ExceptionDefinition => $"public partial class {model.Name} : Pod.Protocol.PodModelException;",
            _ => $"public partial record {model.Name};",
        });
        return $"namespace {serverNamespace};\n{string.Join('\n', declarations)}\n";
    }
}
