namespace Pod.Generator.Contracts.Comparing;

/// <summary>How one spelling of a type differs from another.</summary>
internal enum TypeChange
{
    /// <summary>Null is a value, and was none.</summary>
    Nullable,

    /// <summary>Null is no value any more.</summary>
    NotNullable,

    /// <summary>A number that holds more values, or a list that was a set.</summary>
    Widened,

    /// <summary>A number that holds fewer values, or a set that was a list.</summary>
    Narrowed,

    /// <summary>Another type.</summary>
    Other,
}
