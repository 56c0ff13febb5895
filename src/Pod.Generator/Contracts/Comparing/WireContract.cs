using Pod.Generator.Contracts.Reading;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Contracts.Comparing;

/// <summary>A contract as it is on the wire: methods and types of the application and its modules under the names that travel.</summary>
internal sealed class WireContract
{
    private const string ModuleType = "module";

    private readonly Dictionary<string, ContractMethod> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContractType> _types = new(StringComparer.Ordinal);

    public WireContract(Contract contract)
    {
        Add(contract, "", contract.Modules.ToDictionary(static module => module.Key, static module => module.Value.Module, StringComparer.Ordinal));
        foreach (var module in contract.Modules.Values)
        {
            Add(module, module.Module + ".", []);
        }
    }

    /// <summary>Gets the methods by <c>endpoint/method</c>.</summary>
    public IReadOnlyDictionary<string, ContractMethod> Methods => _methods;

    /// <summary>Gets the types by name.</summary>
    public IReadOnlyDictionary<string, ContractType> Types => _types;

    /// <summary>Gives the types that extend one.</summary>
    public IEnumerable<ContractType> ChildrenOf(string type) => _types.Values.Where(child => child.Extends == type);

    private void Add(Contract contract, string prefix, Dictionary<string, string> modules)
    {
        string Wire(string text) => Spell(ContractTypeText.Parse(text), prefix, contract, modules);
        foreach (var endpoint in contract.CallableEndpoints)
        {
            foreach (var method in endpoint.Methods)
            {
                _methods[$"{prefix}{endpoint.Name}/{method.Name}"] = method with
                {
                    Returns = method.Returns is null ? null : Wire(method.Returns),
                    Parameters = [.. method.Parameters.Select(parameter => parameter with { Type = Wire(parameter.Type) })],
                };
            }
        }

        foreach (var type in contract.Types.Values)
        {
            _types[prefix + type.Name] = type with
            {
                Name = prefix + type.Name,
                Extends = type.Extends is null ? null : Wire(type.Extends),
                Fields = [.. type.Fields.Select(field => field with { Type = Wire(field.Type) })],
            };
        }
    }

    // Nicknames are the application's own business; on the wire a module has its name.
    private static string Spell(TypeSyntax type, string prefix, Contract contract, Dictionary<string, string> modules)
    {
        string Part(TypeSyntax part) => Spell(part, prefix, contract, modules);
        var name = type.Name.Split(':') is [ModuleType, var nickname, var own] && modules.TryGetValue(nickname, out var module)
            ? $"{module}.{own}"
            : contract.Types.ContainsKey(type.Name) ? prefix + type.Name : type.Name;
        var inner = type.ElementNames is { } names
            ? $"({string.Join(", ", type.Arguments.Zip(names, (argument, element) => $"{Part(argument)} {element}".TrimEnd()))})"
            : name + (type.Arguments.Count > 0 ? $"<{string.Join(", ", type.Arguments.Select(Part))}>" : "") + (type.Size is { } size ? $"({size.Text})" : "");
        return inner + (type.IsNullable ? "?" : "");
    }
}
