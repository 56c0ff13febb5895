namespace Pod.Database.Repositories;

/// <summary>Which rows, in which order, how many.</summary>
internal readonly record struct Query(Filter? Where = null, OrderBy? OrderBy = null, int? Limit = null, int? Offset = null);
