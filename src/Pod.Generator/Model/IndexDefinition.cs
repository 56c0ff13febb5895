using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>An index of a table.</summary>
/// <param name="Name">The index name.</param>
/// <param name="Type">The access method, for example <c>btree</c>, or <c>fulltext</c>.</param>
/// <param name="Fields">The covered fields in order.</param>
/// <param name="IsUnique">Whether equal keys are refused.</param>
public sealed record IndexDefinition(string Name, string Type, ValueList<string> Fields, bool IsUnique)
{
    /// <summary>Gets whether a unique index takes nulls as different from each other.</summary>
    public bool NullsDistinct { get; init; } = true;

    /// <summary>Gets PostgreSQL's name of the operator class, or null for the default.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>Gets the storage parameters of a vector index.</summary>
    public ValueList<IndexParameter> Parameters { get; init; } = [];

    /// <summary>Gets the condition of a partial index, or null when every row is indexed.</summary>
    public SqlCondition? Where { get; init; }

    /// <summary>Gets how a <c>fulltext</c> index reads its fields; null for other types.</summary>
    public FullTextDefinition? FullText { get; init; }
}
