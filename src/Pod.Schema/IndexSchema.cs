namespace Pod.Schema;

/// <summary>One index.</summary>
/// <param name="Name">The index name.</param>
/// <param name="Type">The access method: <c>btree</c>, <c>hash</c>, <c>gin</c>, <c>gist</c>, <c>spgist</c>, <c>brin</c>, <c>hnsw</c>, <c>ivfflat</c>; or <c>fulltext</c>, which is a <c>gin</c> over the words of its columns.</param>
/// <param name="Columns">The indexed columns in order.</param>
/// <param name="Unique">Whether equal keys are refused.</param>
/// <param name="Primary">Whether this is the primary key's index.</param>
public sealed record IndexSchema(string Name, string Type, ValueList<string> Columns, bool Unique, bool Primary)
{
    /// <summary>The type of full text indexes.</summary>
    public const string FullText = "fulltext";

    /// <summary>Gets whether a unique index takes nulls as different from each other. Default: true.</summary>
    public bool NullsDistinct { get; init; } = true;

    /// <summary>Gets the operator class of the columns, or null for the default.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>Gets the storage parameters in the order they are written.</summary>
    public ValueList<IndexParameter> Parameters { get; init; } = [];

    /// <summary>Gets the SQL condition of a partial index with quoted columns, or null when every row is indexed.</summary>
    public string? Where { get; init; }

    /// <summary>Gets the text search configuration of a full text index; null for other types.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the weights of a full text index, <c>A</c> to <c>D</c>, one per column; empty when all columns count alike.</summary>
    public ValueList<string> Weights { get; init; } = [];
}
