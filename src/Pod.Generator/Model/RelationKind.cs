namespace Pod.Generator.Model;

/// <summary>What a relation field holds.</summary>
public enum RelationKind
{
    /// <summary>One row of the other table.</summary>
    ToOne,

    /// <summary>A list of rows of the other table.</summary>
    ToMany,
}
