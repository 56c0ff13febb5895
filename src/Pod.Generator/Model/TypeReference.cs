using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A resolved type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The model's name for enums, classes and exceptions, otherwise the word of the model language.</param>
/// <param name="Arguments">The types a collection holds.</param>
/// <param name="IsNullable">Whether null is a value.</param>
public sealed record TypeReference(TypeKind Kind, string Name, ValueList<TypeReference> Arguments, bool IsNullable)
{
    /// <summary>Gets whether the type is a model with members.</summary>
    public bool IsModel => Kind is TypeKind.Class or TypeKind.Exception;

    /// <summary>Gets whether the type is a list, set or map.</summary>
    public bool IsCollection => Kind is TypeKind.List or TypeKind.Set or TypeKind.Map;

    /// <summary>Gets whether the type is stored as JSON.</summary>
    public bool IsStructured => IsModel || IsCollection;

    /// <summary>Gets whether C# holds the type as a struct.</summary>
    public bool IsValueType => !IsStructured && Kind is not (TypeKind.String or TypeKind.Bytes or TypeKind.Uri);

    /// <summary>Gets whether the type may be an id.</summary>
    public bool IsIdType => Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Guid;

    /// <summary>Gives the same type with or without null.</summary>
    /// <param name="isNullable">Whether null is a value.</param>
    public TypeReference WithNullable(bool isNullable) => IsNullable == isNullable ? this : this with { IsNullable = isNullable };

    /// <summary>Gives every model or enum name in this type.</summary>
    public IEnumerable<TypeReference> SelfAndArguments() => Arguments.SelectMany(static argument => argument.SelfAndArguments()).Prepend(this);

    /// <summary>Gives the spelling of the model language: <c>Map&lt;string, Person?&gt;</c>.</summary>
    public override string ToString() =>
        Name + (Arguments.Count > 0 ? $"<{string.Join(", ", Arguments)}>" : "") + (IsNullable ? "?" : "");
}
