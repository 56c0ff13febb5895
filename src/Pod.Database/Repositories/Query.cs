using Pod.Database.Keysets;

namespace Pod.Database.Repositories;

/// <summary>Which rows, in which order, how many, and whether to lock them.</summary>
/// <param name="Where">Which rows.</param>
/// <param name="OrderBy">Their order.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Offset">How many to leave out first.</param>
/// <param name="Lock">How to lock the rows.</param>
/// <param name="Page">Keys to read behind each row, and that one row more than the limit is wanted.</param>
/// <param name="Ranges">The rows of the page in several ranges, read one after the other; null if <paramref name="Where"/> says it all.</param>
internal readonly record struct Query(
    Filter? Where = null, OrderBy? OrderBy = null, int? Limit = null, int? Offset = null, RowLock? Lock = null, Keyset? Page = null,
    List<Filter>? Ranges = null);
