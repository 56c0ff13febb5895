using System.Text;
using Pod.Runtime.Access;
using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>One callable method as the generated code describes it.</summary>
public abstract class EndpointMethod
{
    private MethodRules? _rules;

    private protected EndpointMethod(string name, string[] parameters, string[] streamParameters)
    {
        Name = name;
        Parameters = parameters;
        StreamParameters = streamParameters;
        ParametersUtf8 = [.. parameters.Select(static parameter => Encoding.UTF8.GetBytes(parameter))];
        ArgumentPaths = [.. parameters.Select(static parameter => "$." + parameter)];
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The names of the ordinary parameters, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The names of the stream parameters, in order.</summary>
    public IReadOnlyList<string> StreamParameters { get; }

    /// <summary>Attributes of the method that matter at run time; they become metadata of its routing endpoint.</summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>Whether the method is called over the WebSocket rather than by HTTP.</summary>
    public abstract bool IsStreaming { get; }

    internal byte[][] ParametersUtf8 { get; }

    internal string[] ArgumentPaths { get; }

    // A method belongs to one endpoint.
    internal MethodRules RulesIn(EndpointDescriptor endpoint) => _rules ??= new MethodRules(endpoint, this);

    // Runs the method; whatever it gives goes to the output.
    internal abstract Task RunAsync(PodCall call, ICallOutput output);
}
