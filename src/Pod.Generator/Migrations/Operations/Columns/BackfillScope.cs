namespace Pod.Generator.Migrations.Operations;

/// <summary>Which rows a backfill concerns.</summary>
public enum BackfillScope
{
    /// <summary>Those without a value, all at once.</summary>
    Missing,

    /// <summary>Those without a value, 10 000 at a time, each batch committed by itself.</summary>
    Batches,

    /// <summary>Those with another value: what was written while batches went on.</summary>
    Changed,
}
