namespace Pod.Generator.Model;

/// <summary>One field of a class or exception.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="MemberName">The name in C#.</param>
/// <param name="Type">The resolved type.</param>
public sealed record FieldDefinition(string Name, string MemberName, TypeReference Type)
{
    /// <summary>Gets the documentation, one line per comment line.</summary>
    public string? Documentation { get; init; }

    /// <summary>Gets who sees the field.</summary>
    public FieldScope Scope { get; init; }

    /// <summary>Gets whether the field has a column.</summary>
    public bool IsStored { get; init; }

    /// <summary>Gets whether the field is a column only, no member of the record.</summary>
    public bool IsHiddenKey { get; init; }

    /// <summary>Gets whether a nullable field must be set when an object is made.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the value of new objects.</summary>
    public DefaultValue? ModelDefault { get; init; }

    /// <summary>Gets the column's default.</summary>
    public DefaultValue? ColumnDefault { get; init; }

    /// <summary>Gets the column's name.</summary>
    public required string Column { get; init; }

    /// <summary>Gets the JSON property's name.</summary>
    public required string JsonKey { get; init; }

    /// <summary>Gets whether a structured field is stored as <c>json</c>, not <c>jsonb</c>.</summary>
    public bool IsPlainJson { get; init; }

    /// <summary>Gets whether updates compare the field with the stored row and raise it by one.</summary>
    public bool IsConcurrencyToken { get; init; }

    /// <summary>Gets the field's name before it was renamed, or null.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Gets the relation that fills the field, or null for plain fields.</summary>
    public RelationDefinition? Relation { get; init; }

    /// <summary>Gets whether an ancestor declares the field.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Gets whether the field is a member of the C# record on the server.</summary>
    public bool IsMember => !IsHiddenKey && Scope != FieldScope.None;

    /// <summary>Gets whether clients see the field.</summary>
    public bool IsVisible => !IsHiddenKey && Scope == FieldScope.All;

    /// <summary>Gets whether the field is the primary key.</summary>
    public bool IsId => Name == "id";
}
