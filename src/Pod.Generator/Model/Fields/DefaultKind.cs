namespace Pod.Generator.Model;

/// <summary>Where a default value comes from.</summary>
public enum DefaultKind
{
    /// <summary>A constant.</summary>
    Literal,

    /// <summary>The current time.</summary>
    Now,

    /// <summary>A random Guid, version 4.</summary>
    Random,

    /// <summary>A random Guid that grows with time, version 7.</summary>
    RandomV7,

    /// <summary>The next number of the column's own sequence.</summary>
    Serial,
}
