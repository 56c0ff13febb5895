namespace Pod.Generator.Migrations.Comparing;

/// <summary>What PostgreSQL can do about another type of a column.</summary>
internal enum ColumnTypeChange
{
    /// <summary>The same type.</summary>
    None,

    /// <summary>Every value fits, and no row has to be written.</summary>
    Relabelled,

    /// <summary>Every value fits; every row is written anew.</summary>
    Widening,

    /// <summary>A cast that fails for values which do not fit, or rounds them.</summary>
    Narrowing,

    /// <summary>No cast keeps the meaning: the column is made anew.</summary>
    Impossible,
}
