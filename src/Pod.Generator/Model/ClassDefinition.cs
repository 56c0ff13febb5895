using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A class: plain data, or the row of a table.</summary>
/// <param name="Name">The name in C# and on the wire.</param>
/// <param name="SourcePath">The model file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
/// <param name="Fields">The fields in declaration order, an id first.</param>
public sealed record ClassDefinition(
    string Name, string SourcePath, string? Documentation, bool IsServerOnly, ValueList<FieldDefinition> Fields)
    : ObjectDefinition(Name, SourcePath, Documentation, IsServerOnly, Fields)
{
    /// <summary>Gets the table that stores the rows, or null for plain data.</summary>
    public string? Table { get; init; }

    /// <summary>Gets the table's name before it was renamed, or null.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Gets the keys that point at other tables.</summary>
    public ValueList<ForeignKeyDefinition> ForeignKeys { get; init; } = [];

    /// <summary>Gets the indexes besides the primary key's.</summary>
    public ValueList<IndexDefinition> Indexes { get; init; } = [];

    /// <summary>Gets the conditions that every row fulfils.</summary>
    public ValueList<CheckDefinition> Checks { get; init; } = [];

    /// <summary>Gets whether migrations own the table; otherwise somebody else makes and changes it.</summary>
    public bool IsManaged { get; init; } = true;

    /// <summary>Gets the stored fields in column order.</summary>
    public IEnumerable<FieldDefinition> StoredFields => Fields.Where(static item => item.IsStored);

    /// <summary>Gets the fields that queries can include.</summary>
    public IEnumerable<FieldDefinition> RelationFields => Fields.Where(static item => item.Relation is not null);

    /// <summary>Gets the type of the primary key.</summary>
    /// <exception cref="InvalidOperationException">The class has no table.</exception>
    public TypeReference IdType => Fields.First(static item => item.IsId).Type;
}
