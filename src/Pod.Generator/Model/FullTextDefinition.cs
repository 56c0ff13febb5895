using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>How a full text index reads its fields.</summary>
/// <param name="Language">The text search configuration of PostgreSQL.</param>
/// <param name="Weights">One of A to D per field, or nothing when all fields count alike.</param>
public sealed record FullTextDefinition(string Language, ValueList<string> Weights);
