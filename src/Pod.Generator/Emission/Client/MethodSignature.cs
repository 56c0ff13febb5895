using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Emission.Client;

/// <summary>What every method that stands for a callable one has in common, in clients and in test tools.</summary>
internal static class MethodSignature
{
    public static void EmitDocumentation(CSharpWriter writer, EndpointMethodDefinition method)
    {
        writer.Lines(XmlDocumentation.Summary(method.Documentation, $"Calls '{method.WireName}'."));
        foreach (var parameter in method.Parameters.Where(static parameter => parameter.Documentation is not null))
        {
            writer.Line(XmlDocumentation.Parameter(parameter.Name, parameter.Documentation!));
        }

        if (method.Obsolete is { } reason)
        {
            writer.Line($"[System.Obsolete({CSharpIdentifier.Literal(reason)})]");
        }
    }

    public static string Name(EndpointMethodDefinition method) => Naming.Pascal(method.WireName) + "Async";

    public static string TaskOf(string result) => result.Length == 0 ? "Task" : $"Task<{result}>";

    public static IEnumerable<string> Parameters(EndpointMethodDefinition method)
    {
        foreach (var parameter in method.Parameters)
        {
            var type = parameter.IsStream ? $"IAsyncEnumerable<{CSharpTypeName.Of(parameter.Type)}>" : CSharpTypeName.Of(parameter.Type);
            yield return $"{type} {CSharpIdentifier.Escape(parameter.Name)}{(parameter.Default is null ? "" : $" = {parameter.Default.CSharp}")}";
        }
    }

    /// <summary>Gives the expression that collects the arguments.</summary>
    /// <param name="method">The method.</param>
    /// <param name="collector">The class that collects them.</param>
    /// <param name="traits">What the collector is told about the method; empty for nothing.</param>
    public static string Arguments(EndpointMethodDefinition method, string collector, string traits = "") => $"new {collector}({traits})" + string.Concat(method.Parameters.Select(static parameter =>
    {
        var add = parameter.IsStream ? "AddStream" : "Add";
        return $".{add}(\"{parameter.WireName}\", {CodecExpression.Of(parameter.Type)}, {CSharpIdentifier.Escape(parameter.Name)})";
    }));
}
