using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A resolved type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of a model or custom type, otherwise the word of the model language.</param>
/// <param name="Arguments">The types a collection holds.</param>
/// <param name="IsNullable">Whether null is a value.</param>
public sealed record TypeReference(TypeKind Kind, string Name, ValueList<TypeReference> Arguments, bool IsNullable)
{
    /// <summary>Gets what stands in parentheses: the dimension of a vector, precision and scale of a decimal; null otherwise.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the C# type of a custom type with its namespace; null for other types.</summary>
    public string? CSharpType { get; init; }

    /// <summary>Gets the module that a model is from; null for models of the project itself and for other types.</summary>
    public ModuleDefinition? Module { get; init; }

    /// <summary>Gets the names of a record's elements in the order of the arguments; empty text for elements known by position.</summary>
    public ValueList<string> ElementNames { get; init; } = [];

    /// <summary>Gets whether the type is a model with members.</summary>
    public bool IsModel => Kind is TypeKind.Class or TypeKind.Exception;

    /// <summary>Gets whether the type is a list, set or map.</summary>
    public bool IsCollection => Kind is TypeKind.List or TypeKind.Set or TypeKind.Map;

    /// <summary>Gets whether the type is stored as JSON.</summary>
    public bool IsStructured => IsModel || IsCollection || Kind is TypeKind.Record or TypeKind.Dynamic or TypeKind.Custom;

    /// <summary>Gets whether the type is one of pgvector's.</summary>
    public bool IsVector => Kind is TypeKind.Vector or TypeKind.HalfVector or TypeKind.SparseVector or TypeKind.Bit;

    /// <summary>Gets whether C# holds the type as a struct. Of custom types only the compiler knows.</summary>
    public bool IsValueType =>
        Kind == TypeKind.Record || (!IsStructured && !IsVector && Kind is not (TypeKind.String or TypeKind.Bytes or TypeKind.Uri));

    /// <summary>Gets whether the type may be an id.</summary>
    public bool IsIdType => Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Guid;

    /// <summary>Gives the same type with or without null.</summary>
    /// <param name="isNullable">Whether null is a value.</param>
    public TypeReference WithNullable(bool isNullable) => IsNullable == isNullable ? this : this with { IsNullable = isNullable };

    /// <summary>Gives every model or enum name in this type.</summary>
    public IEnumerable<TypeReference> SelfAndArguments() => Arguments.SelectMany(static argument => argument.SelfAndArguments()).Prepend(this);

    /// <summary>Tells whether the type is of a kind or holds one that is.</summary>
    /// <param name="kind">The kind.</param>
    public bool Contains(TypeKind kind) => SelfAndArguments().Any(type => type.Kind == kind);

    /// <summary>Gives the spelling of the model language: <c>Map&lt;string, Person?&gt;</c>.</summary>
    public override string ToString()
    {
        var text = Kind == TypeKind.Record ? RecordText() : Spelling + (Arguments.Count > 0 ? $"<{string.Join(", ", Arguments)}>" : "") + (Size is null ? "" : $"({Size})");

        // Null is one of the values that a dynamic one can have.
        return text + (IsNullable && Kind != TypeKind.Dynamic ? "?" : "");
    }

    private string Spelling => Module?.SpellingOf(Name) ?? Name;

    private string RecordText()
    {
        var elements = Arguments.Zip(ElementNames).ToList();
        var named = string.Join(", ", elements.Where(static element => element.Second.Length > 0).Select(static element => $"{element.First} {element.Second}"));
        var positional = elements.Where(static element => element.Second.Length == 0).Select(static element => element.First.ToString());
        return $"({string.Join(", ", named.Length == 0 ? positional : positional.Append($"{{{named}}}"))})";
    }
}
