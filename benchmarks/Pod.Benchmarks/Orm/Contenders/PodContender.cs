namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>Pod with its generated repositories.</summary>
internal sealed class PodContender(DatabaseSession session) : IOrmContender
{
    public string Name => "Pod";

    public Task<Post?> FindAsync(long id) => Post.Db.FindByIdAsync(session, id);

    public Task<List<Post>> ListAsync() => Post.Db.FindAsync(session, orderBy: static t => t.Id, limit: 100);

    public Task<List<Post>> PageAsync(int views)
        => Post.Db.FindAsync(session, where: t => t.Published == true && t.Views >= views, orderBy: static t => t.CreatedAt.Desc(), limit: 20);

    public Task<List<Author>> AuthorsWithPostsAsync()
        => Author.Db.FindAsync(session, orderBy: static t => t.Id, limit: 100, include: Author.Include(posts: Post.IncludeList()));

    public Task<List<Reading>> ReadingsAsync(long lastId) => Reading.Db.FindAsync(session, where: t => t.Id <= lastId);

    public IAsyncEnumerable<Reading> StreamAsync() => Reading.Db.StreamAsync(session);

    /// <summary>Ten times as many rows per round trip as a stream fetches by itself.</summary>
    public IAsyncEnumerable<Reading> StreamInLargeBatchesAsync() => Reading.Db.StreamAsync(session, batchSize: 5_000);

    public async Task<long> InsertAsync(Draft draft) => (await Draft.Db.InsertRowAsync(session, draft)).Id;

    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<Draft> drafts)
        => [.. (await Draft.Db.InsertAsync(session, drafts)).Select(static draft => draft.Id)];

    public async Task<IReadOnlyList<Draft>> InsertAndReadAsync(IReadOnlyList<Draft> drafts) => await Draft.Db.InsertAsync(session, drafts);

    public Task InsertWithoutIdsAsync(IReadOnlyList<Draft> drafts) => Draft.Db.InsertAsync(session, drafts, noReturn: true);

    public Task UpdateAsync(Draft draft) => Draft.Db.UpdateRowAsync(session, draft);

    public Task BulkInsertAsync(IReadOnlyList<Reading> readings) => Reading.Db.BulkInsertAsync(session, readings);

    /// <summary>What D-1604 compares bulk inserts with.</summary>
    public Task InsertReadingsAsync(IReadOnlyList<Reading> readings) => Reading.Db.InsertAsync(session, readings);

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
