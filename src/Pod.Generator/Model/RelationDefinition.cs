namespace Pod.Generator.Model;

/// <summary>A field that holds rows of another table once a query includes them.</summary>
/// <param name="Kind">One row or many.</param>
/// <param name="Target">The class at the other end.</param>
/// <param name="KeyField">The field that holds the key: of the own class if <paramref name="OwnsKey"/>, else of the target.</param>
/// <param name="OwnsKey">Whether the own table holds the key.</param>
public sealed record RelationDefinition(RelationKind Kind, string Target, string KeyField, bool OwnsKey);
