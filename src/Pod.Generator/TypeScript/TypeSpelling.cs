using Pod.Generator.Contracts.Reading;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.TypeScript;

/// <summary>Spells types of a contract: in TypeScript, and as codec.</summary>
/// <param name="scope">The contract.</param>
/// <param name="models">What stands before the codecs of models where they come from another file.</param>
internal sealed class TypeSpelling(TypeScope scope, string models = "")
{
    private static readonly Dictionary<string, (string Type, string Codec)> Scalars = new(StringComparer.Ordinal)
    {
        ["bool"] = ("boolean", "bool"),
        ["short"] = ("number", "int"),
        ["int"] = ("number", "int"),
        ["float"] = ("number", "double"),
        ["double"] = ("number", "double"),
        ["decimal"] = ("string", "decimal"),
        ["string"] = ("string", "string"),
        ["DateTime"] = ("Date", "dateTime"),
        ["DateTimeOffset"] = ("Date", "dateTimeOffset"),
        ["DateOnly"] = ("string", "dateOnly"),
        ["TimeOnly"] = ("string", "timeOnly"),
        ["TimeSpan"] = ("number", "duration"),
        ["Guid"] = ("string", "guid"),
        ["byte[]"] = ("Uint8Array", "bytes"),
        ["Uri"] = ("string", "uri"),
        ["BigInteger"] = ("string", "bigInteger"),
        ["Vector"] = ("number[]", "vector"),
        ["HalfVector"] = ("number[]", "halfVector"),
        ["SparseVector"] = ("string", "sparseVector"),
        ["Bit"] = ("string", "bit"),
    };

    /// <summary>Spells a type in TypeScript.</summary>
    /// <param name="text">The contract's text.</param>
    /// <param name="isSent">Whether values go to the server, where members that have a default can be left out.</param>
    public string Type(string text, bool isSent) => Type(ContractTypeText.Parse(text), isSent);

    /// <summary>Spells the codec of a type.</summary>
    public string Codec(string text) => Codec(ContractTypeText.Parse(text));

    private string Type(TypeSyntax type, bool isSent) =>
        WithoutNull(type, isSent) is var text && type.IsNullable && text is not ("unknown" or "DynamicValue") ? text + " | null" : text;

    private string WithoutNull(TypeSyntax type, bool isSent) => type switch
    {
        { ElementNames: { } names } => Record(type, names, isSent),
        { Name: "List" } => Element(type.Arguments[0], isSent) + "[]",
        { Name: "Set" } => $"Set<{Type(type.Arguments[0], isSent)}>",
        { Name: "Map" } when type.Arguments[0].Name == "string" => $"Record<string, {Type(type.Arguments[1], isSent)}>",
        { Name: "Map" } => $"Map<{Type(type.Arguments[0], isSent)}, {Type(type.Arguments[1], isSent)}>",
        { Name: "dynamic" } => "DynamicValue",
        { Name: "long" } => scope.Options.UsesBigInt ? "bigint" : "number",
        _ when Scalars.TryGetValue(type.Name, out var scalar) => scalar.Type,
        _ => Declared(type.Name) switch
        {
            (_, { Kind: ContractTypeKind.Custom }) => "unknown",
            var (owner, model) => owner.NameOf(model.Name) + (isSent && model.Kind == ContractTypeKind.Class ? "Input" : ""),
        },
    };

    private string Element(TypeSyntax element, bool isSent) => Type(element, isSent) is var text && text.Contains(' ', StringComparison.Ordinal) ? $"({text})" : text;

    private string Record(TypeSyntax type, IReadOnlyList<string> names, bool isSent)
    {
        var elements = type.Arguments.Zip(names, (element, name) => (Type: Type(element, isSent), Name: name)).ToList();
        if (elements.TrueForAll(static element => element.Name.Length == 0))
        {
            return $"[{string.Join(", ", elements.Select(static element => element.Type))}]";
        }

        var positional = elements.Where(static element => element.Name.Length == 0).Select(static (element, index) => $"${index + 1}: {element.Type}");
        var named = elements.Where(static element => element.Name.Length > 0).Select(static element => $"{element.Name}: {element.Type}");
        return $"{{ {string.Join("; ", positional.Concat(named))} }}";
    }

    private string Codec(TypeSyntax type) => type switch
    {
        { Name: "dynamic" } => "dynamicValue",
        { IsNullable: true } => $"codecs.nullable({Codec(type with { IsNullable = false })})",
        { ElementNames: { } names } => RecordCodec(type, names),
        { Name: "List" } => $"codecs.list({Codec(type.Arguments[0])})",
        { Name: "Set" } => $"codecs.set({Codec(type.Arguments[0])})",
        { Name: "Map" } when type.Arguments[0].Name == "string" => $"codecs.record({Codec(type.Arguments[1])})",
        { Name: "Map" } => $"codecs.map({Codec(type.Arguments[0])}, {Codec(type.Arguments[1])})",
        { Name: "long" } => scope.Options.UsesBigInt ? "codecs.bigLong" : "codecs.long",
        _ when Scalars.TryGetValue(type.Name, out var scalar) => "codecs." + scalar.Codec,
        _ => Declared(type.Name) switch
        {
            (_, { Kind: ContractTypeKind.Custom }) => "codecs.custom",
            var (owner, model) => models + CodecName(owner, model),
        },
    };

    /// <summary>Gives the constant that holds a type's codec.</summary>
    public static string CodecName(TypeScope owner, ContractType type) => Naming.Camel(owner.NameOf(type.Name)) + "Codec";

    /// <summary>Gives the value of an enum as it travels.</summary>
    public static string Value(ContractType type, int index) => type.IsByIndex ? $"{index}" : TypeScriptWriter.Literal(type.Values[index]);

    private string RecordCodec(TypeSyntax type, IReadOnlyList<string> names)
    {
        var elements = type.Arguments.Zip(names).ToList();
        var positional = elements.Where(static element => element.Second.Length == 0).Select(element => Codec(element.First));
        var named = elements.Where(static element => element.Second.Length > 0).Select(element => $"{element.Second}: {Codec(element.First)}").ToList();
        return $"codecs.tuple([{string.Join(", ", positional)}], {(named.Count == 0 ? "{}" : $"{{ {string.Join(", ", named)} }}")})";
    }

    private (TypeScope, ContractType) Declared(string name) => scope.Find(name) ?? throw new FormatException($"The contract does not say what the type '{name}' is.");
}
