using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes how calls reach the methods of an endpoint class.</summary>
internal static class EndpointDispatchEmitter
{
    public static GeneratedFile Emit(EndpointDefinition endpoint, EmissionTarget target)
    {
        var className = ClassName(endpoint);
        var usings = new List<string> { "System.CodeDom.Compiler", "System.Collections.Generic", "Pod.Protocol", "Pod.Runtime" };
        if (endpoint.ClassName.Length > className.Length)
        {
            usings.Add(endpoint.ClassName[..^(className.Length + 1)]);
        }

        usings.AddRange(TypeUsings.Of(endpoint, target));
        return target.File($"Generated/Endpoints/{DispatchName(endpoint)}.cs", Write(endpoint, className, target, usings));
    }

    public static string DispatchName(EndpointDefinition endpoint) => ClassName(endpoint) + "Dispatch";

    public static string ClassName(EndpointDefinition endpoint) => endpoint.ClassName[(endpoint.ClassName.LastIndexOf('.') + 1)..];

    private static string Write(EndpointDefinition endpoint, string className, EmissionTarget target, IEnumerable<string> usings)
    {
        var writer = GeneratedFileHeader.Begin(className, target.Namespace, usings.Where(name => name != target.Namespace));
        writer.Lines(XmlDocumentation.Summary(null, $"How calls reach {className}."))
            .Line(GeneratedCode.Attribute)
            .Block($"internal static class {DispatchName(endpoint)}", () =>
            {
                writer.Line($"public static EndpointDescriptor Descriptor {{ get; }} = new EndpointDescriptor<{className}>(\"{endpoint.WireName}\",")
                    .Line("[")
                    .Indented(() =>
                    {
                        foreach (var method in endpoint.Methods)
                        {
                            EmitMethod(writer, className, method);
                        }
                    })
                    .Line("]);");
            });
        return writer.ToString();
    }

    private static void EmitMethod(CSharpWriter writer, string className, EndpointMethodDefinition method)
    {
        var values = method.Parameters.Where(static parameter => !parameter.IsStream).ToList();
        var streams = method.Parameters.Where(static parameter => parameter.IsStream);
        var type = method.Kind switch
        {
            EndpointMethodKind.Call => "CallMethod",
            EndpointMethodKind.Stream => "StreamMethod",
            _ => "StreamingCallMethod",
        };
        var result = method.Result is null ? "" : $", {CSharpTypeName.Of(method.Result)}";
        var lists = Names(values) + (method.Kind == EndpointMethodKind.Call ? "" : ", " + Names(streams));
        var codec = method.Result is null ? "" : $", {CodecExpression.Of(method.Result)}";
        var asTask = method.ReturnsValueTask ? ".AsTask()" : "";
        if (method.Obsolete is not null)
        {
            writer.Directive("#pragma warning disable CS0618 // Obsolete for callers; those who call it are still answered.");
        }

        writer.Line($"new {type}<{className}{result}>(\"{method.WireName}\", {lists}{codec},")
            .Indented(() => writer.Line($"static (endpoint, call) => endpoint.{method.MethodName}({string.Join(", ", Arguments(method, values))}){asTask}),"));
        if (method.Obsolete is not null)
        {
            writer.Directive("#pragma warning restore CS0618");
        }
    }

    private static string Names(IEnumerable<ParameterDefinition> parameters) =>
        $"[{string.Join(", ", parameters.Select(static parameter => $"\"{parameter.WireName}\""))}]";

    private static IEnumerable<string> Arguments(EndpointMethodDefinition method, List<ParameterDefinition> values)
    {
        yield return "call.Session";
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.IsStream
                ? $"call.Stream(\"{parameter.WireName}\", {CodecExpression.Of(parameter.Type)})"
                : Read(parameter, values.IndexOf(parameter));
        }

        if (method.TakesCancellationToken)
        {
            yield return "call.CancellationToken";
        }
    }

    private static string Read(ParameterDefinition parameter, int position)
    {
        var codec = CodecExpression.WithoutNull(parameter.Type);
        return parameter switch
        {
            { Type.IsNullable: true, Default: null or { CSharp: "null" } } => $"call.ReadOrNull({position}, {codec})",
            { Type.IsNullable: true } => $"call.ReadOrNull({position}, {codec}, {parameter.Default!.CSharp})",
            { Default: not null } => $"call.ReadOptional({position}, {codec}, {parameter.Default!.CSharp})",
            _ => $"call.Read({position}, {codec})",
        };
    }
}
