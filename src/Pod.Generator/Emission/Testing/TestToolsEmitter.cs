using Pod.Generator.Model;

namespace Pod.Generator.Emission.Testing;

/// <summary>Writes the tools for an application's tests: the server as a fixture of xunit, a base of test classes, and the endpoints as methods.</summary>
internal static class TestToolsEmitter
{
    public static IEnumerable<GeneratedFile> Emit(ProjectDefinition project, GenerationInput input, EmissionTarget server)
    {
        if (input.TestTools is not { } file)
        {
            yield break;
        }

        string[] usings =
        [
            "System", "System.CodeDom.Compiler", "System.Collections.Generic", "System.Reflection", "System.Threading", "System.Threading.Tasks",
            "Pod.Protocol", "Pod.Runtime", "Pod.Testing", "Xunit", "Xunit.Abstractions", "Xunit.Sdk", input.ServerNamespace,
            .. ModelTypes.UsingsOfModules(input, server),
            .. project.CallableEndpoints.SelectMany(endpoint => TypeUsings.Of(endpoint, server)),
        ];
        var writer = GeneratedFileHeader.Begin("the whole project", file.Namespace, usings.Where(name => !Sees(file.Namespace, name)));
        FixtureEmitter.EmitFixture(writer, input.ServerNamespace);
        FixtureEmitter.EmitTest(writer);
        if (input.HasDatabase)
        {
            FixtureEmitter.EmitIsolation(writer);
        }

        EmitEndpoints(writer, project);
        foreach (var endpoint in project.CallableEndpoints)
        {
            TestEndpointEmitter.Emit(writer, endpoint);
        }

        yield return new GeneratedFile(GenerationTarget.Tests, file.Path, writer.ToString());
    }

    // Code in Shop.Server.Tests sees Shop.Server anyway.
    private static bool Sees(string from, string name) => from == name || from.StartsWith(name + ".", StringComparison.Ordinal);

    private static void EmitEndpoints(CSharpWriter writer, ProjectDefinition project)
        => writer.Lines(XmlDocumentation.Summary(null, "The endpoints of the server under test. It has no state; who calls is said with each call."))
            .Line(GeneratedCode.Attribute)
            .Block("public sealed class TestEndpoints", () =>
            {
                foreach (var endpoint in project.CallableEndpoints)
                {
                    writer.Lines(XmlDocumentation.Summary(endpoint.Documentation, $"Gets the methods of the endpoint '{endpoint.WireName}'."))
                        .Lines(endpoint.Obsolete is { } reason ? [$"[Obsolete({CSharpIdentifier.Literal(reason)})]"] : [])
                        .Line($"public {TestEndpointEmitter.Name(endpoint)} {Naming.Pascal(endpoint.Name)} {{ get; }} = new();")
                        .Separate();
                }
            })
            .Separate();
}
