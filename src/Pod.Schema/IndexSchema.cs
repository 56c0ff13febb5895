namespace Pod.Schema;

/// <summary>One index.</summary>
/// <param name="Name">The index name.</param>
/// <param name="Type">The access method: <c>btree</c>, <c>hash</c>, <c>gin</c>, <c>gist</c>, <c>spgist</c>, <c>brin</c>.</param>
/// <param name="Columns">The indexed columns in order.</param>
/// <param name="Unique">Whether equal keys are refused.</param>
/// <param name="Primary">Whether this is the primary key's index.</param>
public sealed record IndexSchema(string Name, string Type, ValueList<string> Columns, bool Unique, bool Primary);
