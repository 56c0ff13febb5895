using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>Real projects of this repository, as text to spoil.</summary>
internal static class FuzzCorpus
{
    public static IReadOnlyList<SourceFile> ChatModels { get; } = Read("samples/Chat/Chat.Server", ModelFileName.IsModel);

    public static IReadOnlyList<SourceFile> SampleModels { get; } = Read("tests/Sample.Server", ModelFileName.IsModel);

    private static readonly CustomTypes CustomTypes = CustomTypes.Create(
    [
        new("Money", "Sample.Values.Money"),
        new("package:sample_values/color.dart:Color", "Sample.Values.Colour"),
    ]);

    private static readonly ModuleSource Billing = new(
        new ModuleDefinition("billing", "billing", "Sample.Billing.Server", "Sample.Billing.Client", "SampleBillingModule"),
        Read("tests/Sample.Billing.Server", ModelFileName.IsModel).Select(static file => file with { Path = "module:billing/" + file.Path }).ToValueList(),
        """{ "format": 1, "module": "billing", "endpoints": {}, "types": {} }""");

    public static IReadOnlyList<SourceFile> ChatEndpoints { get; } = Read("samples/Chat/Chat.Server", IsEndpoint);

    public static IReadOnlyList<SourceFile> SampleEndpoints { get; } = Read("tests/Sample.Server", IsEndpoint);

    /// <summary>Adds what the sample's <c>pod.json</c> and references say.</summary>
    public static GenerationInput Configure(GenerationInput input) => input with { CustomTypes = CustomTypes, Modules = [Billing] };

    private static bool IsEndpoint(string path) => path.StartsWith("Endpoints/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal);

    private static List<SourceFile> Read(string project, Func<string, bool> isWanted)
    {
        var folder = Path.Combine(Root(), project);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => isWanted(file.Relative))
            .OrderBy(static file => file.Relative, StringComparer.Ordinal)
            .Select(static file => new SourceFile(file.Relative, File.ReadAllText(file.Full).Replace("Chat.Server", "Sample.Server", StringComparison.Ordinal)))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pod.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Pod.sln is in no folder above the test. Run the tests from a checkout.");
    }
}
