using Pod.Generator;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>The models of the sample server and of the module that it uses, through the generator.</summary>
internal static class SampleModels
{
    private static readonly ModuleDefinition Billing = new("billing", "billing", "Sample.Billing.Server", "Sample.Billing.Client", "SampleBillingModule");

    public static GenerationResult Generate() => Run(new GenerationInput
    {
        Module = "sample",
        ServerNamespace = "Sample.Server",
        ClientNamespace = "Sample.Client",
        ClientClass = "SampleClient",
        CustomTypes = CustomTypes.Create([new("Money", "Sample.Values.Money"), new("package:sample_values/color.dart:Color", "Sample.Values.Colour")]),
        Modules = [new ModuleSource(Billing, Files("BillingModels").ToValueList(), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pod.contract.json")))],
        ModelFiles = [.. Files("Models")],
    });

    private static GenerationResult Run(GenerationInput input)
    {
        var result = ProjectGenerator.Generate(input);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result;
    }

    private static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.yaml", SearchOption.AllDirectories).Select(static path => new SourceFile(path, File.ReadAllText(path)));
}
