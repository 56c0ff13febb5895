using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>An index of a table.</summary>
/// <param name="Name">The index name.</param>
/// <param name="Type">The access method, for example <c>btree</c>.</param>
/// <param name="Fields">The covered fields in order.</param>
/// <param name="IsUnique">Whether equal keys are refused.</param>
public sealed record IndexDefinition(string Name, string Type, ValueList<string> Fields, bool IsUnique);
