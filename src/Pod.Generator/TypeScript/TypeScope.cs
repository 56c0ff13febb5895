using Pod.Generator.Contracts.Reading;

namespace Pod.Generator.TypeScript;

/// <summary>A contract's types as seen by its own texts: the application's, or a module's, whose types have the module's name in front.</summary>
internal sealed class TypeScope
{
    // What the written code calls itself; a model of such a name gets a tail.
    private static readonly string[] TakenNames =
        ["Array", "AsyncIterable", "CallOptions", "Date", "DynamicValue", "Error", "Map", "Object", "Promise", "Readonly", "Record", "Set", "String", "Uint8Array"];

    private readonly string _prefix;
    private readonly Dictionary<string, TypeScope> _modules = new(StringComparer.Ordinal);
    private readonly ILookup<string?, ContractType> _children;

    private TypeScope(Contract contract, string nickname, TypeScriptOptions options)
    {
        Contract = contract;
        Nickname = nickname;
        Options = options;
        _prefix = Naming.Pascal(nickname);
        _children = contract.Types.Values.ToLookup(static type => type.Extends);
        ModelTypes = [.. contract.Types.Values.Where(static type => type.Kind != ContractTypeKind.Custom)];
    }

    public Contract Contract { get; }

    /// <summary>Gets the module's nickname; empty for the application.</summary>
    public string Nickname { get; }

    public TypeScriptOptions Options { get; }

    /// <summary>Gets the types that the package has.</summary>
    public IReadOnlyList<ContractType> ModelTypes { get; }

    /// <summary>Gives the application's scope, and behind it those of its modules.</summary>
    public static IReadOnlyList<TypeScope> Of(Contract contract, TypeScriptOptions options)
    {
        var application = new TypeScope(contract, "", options);
        foreach (var (nickname, module) in contract.Modules)
        {
            application._modules[nickname] = new TypeScope(module, nickname, options);
        }

        return [application, .. application._modules.Values];
    }

    /// <summary>Gives the name of a type in TypeScript.</summary>
    public string NameOf(string type) => _prefix + type is var name && TakenNames.Contains(name) ? name + "Model" : name;

    /// <summary>Gives the name on the wire.</summary>
    public string WireNameOf(string type) => Nickname.Length == 0 ? type : $"{Contract.Module}.{type}";

    /// <summary>Gives the name of an endpoint in URLs.</summary>
    public string WireNameOf(ContractEndpoint endpoint) => WireNameOf(endpoint.Name);

    /// <summary>Gives everything that extends a type, at any distance.</summary>
    public IEnumerable<ContractType> Descendants(ContractType type) => _children[type.Name].SelectMany(child => Descendants(child).Prepend(child));

    /// <summary>Tells whether objects of a type say which kind they are.</summary>
    public bool IsTagged(ContractType type) => type.Kind == ContractTypeKind.Class && (type.Extends is not null || _children[type.Name].Any());

    /// <summary>Finds a type by the text of a contract.</summary>
    public (TypeScope Scope, ContractType Type)? Find(string text)
    {
        if (Contract.Types.TryGetValue(text, out var type))
        {
            return (this, type);
        }

        return text.Split(':') is ["module", var nickname, var name] && _modules.TryGetValue(nickname, out var module) ? module.Find(name) : null;
    }
}
