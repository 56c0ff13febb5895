using Pod.Generator.Contracts.Comparing;
using Pod.Generator.Model.Endpoints;
using static Pod.Generator.ContractImpact;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD2200–POD2249: what changes for clients that are out there already.</summary>
internal static class ContractDiagnostics
{
    private static readonly DiagnosticDescriptor MethodRule = new("POD2201", Error, "A published method can still be called");
    private static readonly DiagnosticDescriptor ParameterRule = new("POD2202", Error, "A published method takes the arguments that it took");
    private static readonly DiagnosticDescriptor ResultRule = new("POD2203", Error, "A published method gives what it gave");
    private static readonly DiagnosticDescriptor FieldRule = new("POD2204", Error, "A published field stays what it is");
    private static readonly DiagnosticDescriptor FieldAddedRule = new("POD2205", Error, "Clients need not send what they do not know");
    private static readonly DiagnosticDescriptor NotNullableRule = new("POD2206", Error, "Clients may send the nulls that they could");
    private static readonly DiagnosticDescriptor NullableRule = new("POD2207", Error, "Clients get no null where there was none");
    private static readonly DiagnosticDescriptor NumberRule = new("POD2208", Error, "Values fit on both sides");
    private static readonly DiagnosticDescriptor ValueAddedRule = new("POD2209", Error, "Clients know the enum values that they get");
    private static readonly DiagnosticDescriptor ValueRemovedRule = new("POD2210", Error, "The server knows the enum values that it gets");
    private static readonly DiagnosticDescriptor SubtypeRule = new("POD2211", Error, "Both sides know the subtypes that they get");
    private static readonly DiagnosticDescriptor FormRule = new("POD2212", Error, "A published type keeps its form on the wire");
    private static readonly DiagnosticDescriptor AccessRule = new("POD2213", Error, "Who may call a published method");

    public static ContractDifference MethodRemoved(string method) => new(MethodRule, Breaking, method,
        $"'{method}' is gone. Keep it, marked [Obsolete], or give the new one its name with [WireName].");

    public static ContractDifference MethodKind(string method, EndpointMethodKind before, EndpointMethodKind after) => new(MethodRule, Breaking, method,
        $"'{method}' was a {Word(before)} and is a {Word(after)}. Give the new form another name and keep the old one.");

    public static ContractDifference ParameterRenamed(string parameter, string name) => new(ParameterRule, Breaking, parameter,
        $"'{parameter}' is called '{name}' now, and old clients send the old name. Keep it on the wire with [WireName].");

    public static ContractDifference ParameterAdded(string parameter, bool isOptional) => new(ParameterRule, isOptional ? Safe : Breaking, parameter,
        isOptional ? $"'{parameter}' is new and optional." : $"'{parameter}' is new, and old clients do not send it. Give it a default.");

    public static ContractDifference ParameterRemoved(string parameter) => new(ParameterRule, Safe, parameter,
        $"'{parameter}' is gone; what old clients send is ignored.");

    public static ContractDifference ParameterDemanded(string parameter) => new(ParameterRule, Breaking, parameter,
        $"'{parameter}' had a default, so old clients may leave it out. Give it a default again.");

    public static ContractDifference ParameterType(string parameter, string before, string after) => new(ParameterRule, Breaking, parameter,
        $"'{parameter}' was '{before}' and is '{after}'. Add a parameter with a default instead.");

    public static ContractDifference ResultType(string method, string before, string? after) => new(ResultRule, Breaking, method,
        $"'{method}' gave '{before}' and gives '{after ?? "nothing"}'. Give the new form another name and keep the old one.");

    public static ContractDifference ResultAdded(string method, string after) => new(ResultRule, Safe, method,
        $"'{method}' gave nothing and gives '{after}'; old clients do not look at it.");

    public static ContractDifference FieldRemoved(string field, Direction direction, bool isNullable) =>
        new(FieldRule, Received(direction, isNullable ? Risky : Breaking), field,
            Is(direction, Direction.Received) ? $"'{field}' is gone, and old clients read it{(isNullable ? " as null" : "")}. Keep it." : $"'{field}' is gone; what old clients send is ignored.");

    public static ContractDifference FieldType(string field, string before, string after) => new(FieldRule, Breaking, field,
        $"'{field}' was '{before}' and is '{after}'. Add a field of the new type instead.");

    public static ContractDifference FieldAdded(string field, Direction direction, bool isOptional) => new(FieldAddedRule, isOptional ? Safe : Sent(direction, Breaking), field,
        isOptional || !Is(direction, Direction.Sent) ? $"'{field}' is new; old clients do not miss it." : $"'{field}' is new, and old clients do not send it. Make it nullable or give it a default.");

    public static ContractDifference FieldDemanded(string field, Direction direction) => new(FieldAddedRule, Sent(direction, Breaking), field,
        $"'{field}' had a default, so old clients may leave it out. Give it a default again.");

    /// <summary>Gives the difference of a type that is similar still.</summary>
    public static ContractDifference TypeOf(string subject, string before, string after, TypeChange change, Direction direction)
    {
        var message = $"'{subject}' was '{before}' and is '{after}'";
        return change switch
        {
            TypeChange.NotNullable => new(NotNullableRule, Sent(direction, Breaking), subject, Is(direction, Direction.Sent) ? $"{message}; old clients may send null. Keep it nullable." : $"{message}."),
            TypeChange.Nullable => new(NullableRule, Received(direction, Breaking), subject, Is(direction, Direction.Received) ? $"{message}; old clients cannot read null. Add a nullable one instead." : $"{message}."),
            TypeChange.Widened => new(NumberRule, Received(direction, Risky), subject, Is(direction, Direction.Received) ? $"{message}; old clients cannot read values beyond the old range." : $"{message}."),
            _ => new(NumberRule, Sent(direction, Breaking), subject, Is(direction, Direction.Sent) ? $"{message}; old clients may send values beyond the new range. Keep the wider type." : $"{message}."),
        };
    }

    public static ContractDifference ValueAdded(string value, Direction direction, bool hasDefault) =>
        new(ValueAddedRule, hasDefault ? Safe : Received(direction, Breaking), value,
            !hasDefault && Is(direction, Direction.Received) ? $"'{value}' is new, and old clients cannot read it. Publish a 'default' for the enum first." : $"'{value}' is new.");

    public static ContractDifference ValueRemoved(string value, Direction direction, bool hasDefault) => new(ValueRemovedRule, Sent(direction, Breaking), value,
        Is(direction, Direction.Sent) ? $"'{value}' is gone, and old clients may send it{(hasDefault ? ", which is read as the default" : "")}. Keep it." : $"'{value}' is gone.");

    public static ContractDifference ValueOrder(string type) => new(ValueRemovedRule, Breaking, type,
        $"the values of '{type}' travel as positions, and these mean something else now. Add values at the end only.");

    public static ContractDifference SubtypeAdded(string type, string parent, Direction direction, bool isSealed) =>
        new(SubtypeRule, Received(direction, isSealed ? Breaking : Risky), type,
            Is(direction, Direction.Received) ? $"'{type}' is a new kind of '{parent}', which old clients do not know." : $"'{type}' is a new kind of '{parent}'.");

    public static ContractDifference SubtypeRemoved(string type, string parent, Direction direction) => new(SubtypeRule, Sent(direction, Breaking), type,
        Is(direction, Direction.Sent) ? $"'{type}', a kind of '{parent}', is gone, and old clients may send it. Keep it." : $"'{type}', a kind of '{parent}', is gone.");

    public static ContractDifference JsonName(string field, string before, string after) => new(FormRule, Breaking, field,
        $"'{field}' was '{before}' in JSON and is '{after}'. Keep the old key with 'jsonKey'.");

    public static ContractDifference Form(string type) => new(FormRule, Breaking, type,
        $"'{type}' looks different on the wire: its kind, its parent or 'serialized' changed. Add a new type instead.");

    public static ContractDifference Opened(string type, Direction direction) => new(FormRule, Received(direction, Breaking), type,
        Is(direction, Direction.Received) ? $"'{type}' is not sealed any more, and old clients know nothing that is only a '{type}'. Keep it sealed." : $"'{type}' is not sealed any more.");

    public static ContractDifference Sealed(string type, Direction direction) => new(FormRule, Sent(direction, Breaking), type,
        Is(direction, Direction.Sent) ? $"'{type}' is sealed now, and old clients may send what is only a '{type}'. Keep it open." : $"'{type}' is sealed now.");

    public static ContractDifference AccessDemanded(string method, IEnumerable<string> demands) => new(AccessRule, Risky, method,
        $"'{method}' demands {string.Join(" and ", demands)} now; callers without get an error.");

    public static ContractDifference AccessDropped(string method, IEnumerable<string> demands) => new(AccessRule, Safe, method,
        $"'{method}' does not demand {string.Join(" and ", demands)} any more: a door opens.");

    private static ContractImpact Sent(Direction direction, ContractImpact impact) => Is(direction, Direction.Sent) ? impact : Safe;

    private static ContractImpact Received(Direction direction, ContractImpact impact) => Is(direction, Direction.Received) ? impact : Safe;

    private static bool Is(Direction direction, Direction part) => (direction & part) != 0;

    private static string Word(EndpointMethodKind kind) => kind switch
    {
        EndpointMethodKind.Call => "call",
        EndpointMethodKind.Stream => "stream",
        _ => "call with input streams",
    };
}
