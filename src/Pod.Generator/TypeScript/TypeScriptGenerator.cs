using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Reading;

namespace Pod.Generator.TypeScript;

/// <summary>A contract in, an npm package out: a client without dependencies for browsers, Node, Deno and Bun, with all its types.</summary>
public static class TypeScriptGenerator
{
    private const string Runtime = "runtime/";

    /// <summary>Writes the package's files.</summary>
    /// <param name="contract">The text of <c>pod.contract.json</c>.</param>
    /// <param name="options">How the client is written.</param>
    /// <exception cref="FormatException">The text is no contract, or names a type that it does not have.</exception>
    public static IReadOnlyList<TypeScriptFile> Generate(string contract, TypeScriptOptions options)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(options);
        var scopes = TypeScope.Of(ContractReader.Read(contract), options);
        var application = scopes[0];
        return
        [
            new("package.json", PackageWriter.Write(application.Contract.Module)),
            .. RuntimeFiles(),
            new("models.js", ModelCodeWriter.Write(scopes)),
            new("models.d.ts", ModelTypeWriter.Write(scopes)),
            new("client.js", ClientCodeWriter.Write(scopes, ContractHash.Of(contract))),
            new("client.d.ts", ClientTypeWriter.Write(scopes)),
            new("index.js", PackageWriter.Index(isDeclaration: false)),
            new("index.d.ts", PackageWriter.Index(isDeclaration: true)),
        ];
    }

    private static IEnumerable<TypeScriptFile> RuntimeFiles()
    {
        var assembly = typeof(TypeScriptGenerator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Runtime, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
