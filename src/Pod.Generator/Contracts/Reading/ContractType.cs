namespace Pod.Generator.Contracts.Reading;

/// <summary>A type of a contract.</summary>
/// <param name="Name">The name in its own module.</param>
/// <param name="Kind">What it is.</param>
public sealed record ContractType(string Name, ContractTypeKind Kind)
{
    /// <summary>Gets the documentation.</summary>
    public string? Documentation { get; init; }

    /// <summary>Gets the class or exception that this one extends, or null.</summary>
    public string? Extends { get; init; }

    /// <summary>Gets whether there are no objects of the type itself, only of those that extend it.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Gets the fields of a class or exception.</summary>
    public IReadOnlyList<ContractField> Fields { get; init; } = [];

    /// <summary>Gets the names of an enum's values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Gets whether an enum travels as position instead of name.</summary>
    public bool IsByIndex { get; init; }

    /// <summary>Gets the value of an enum that unknown ones are read as, or null.</summary>
    public string? Default { get; init; }

    /// <summary>Gets what each value of an enum knows.</summary>
    public IReadOnlyList<ContractEnumProperty> Properties { get; init; } = [];
}
