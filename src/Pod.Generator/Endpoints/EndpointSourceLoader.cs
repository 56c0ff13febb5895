using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Endpoints;

/// <summary>
/// Makes a compilation in which endpoint signatures can be read: the project's own sources, without generated ones, and a stub for each model.
/// Method bodies are never bound, so stubs without members are enough, and C# errors elsewhere do not matter.
/// Remembers the last compilation: unchanged files are not parsed again, and referenced assemblies are read once.
/// </summary>
internal sealed class EndpointSourceLoader
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private Dictionary<SourceFile, SyntaxTree> _trees = [];
    private CSharpCompilation? _last;

    public CSharpCompilation Load(GenerationInput input, IEnumerable<ModelDefinition> models)
    {
        var stubs = new SourceFile("", Stubs(input.ServerNamespace, models.Where(static model => model.Module is null)));
        var trees = input.CSharpFiles.Append(stubs).Distinct().AsParallel().AsOrdered()
            .Select(file => (File: file, Tree: _trees.GetValueOrDefault(file) ?? CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path)))
            .ToList();
        _trees = trees.ToDictionary(static item => item.File, static item => item.Tree);

        // Reads the references anew only if they are not the same.
        _last = (_last ?? CSharpCompilation.Create(input.ServerNamespace, options: Options))
            .WithAssemblyName(input.ServerNamespace)
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(trees.Select(static item => item.Tree));
        _last = _last.References.SequenceEqual(input.References) ? _last : _last.WithReferences(input.References);
        return _last;
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
