namespace Pod.Database.Repositories;

/// <summary>Which rows, in which order, how many, and whether to lock them.</summary>
internal readonly record struct Query(
    Filter? Where = null, OrderBy? OrderBy = null, int? Limit = null, int? Offset = null, RowLock? Lock = null);
