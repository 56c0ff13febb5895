using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>EF Core with everything that its documentation on performance names: pooled contexts, compiled queries, no tracking, no thread checks.</summary>
internal sealed class EntityFrameworkContender : IOrmContender
{
    private static readonly Func<OrmContext, long, Task<Post?>> Find = EF.CompileAsyncQuery(
        static (OrmContext context, long id) => context.Posts.FirstOrDefault(post => post.Id == id));

    private static readonly Func<OrmContext, IAsyncEnumerable<Post>> List = EF.CompileAsyncQuery(
        static (OrmContext context) => context.Posts.OrderBy(static post => post.Id).Take(100));

    private static readonly Func<OrmContext, int, IAsyncEnumerable<Post>> Page = EF.CompileAsyncQuery(
        static (OrmContext context, int views) => context.Posts
            .Where(post => post.Published && post.Views >= views).OrderByDescending(static post => post.CreatedAt).Take(20));

    private static readonly Func<OrmContext, IAsyncEnumerable<Author>> AuthorsWithPosts = EF.CompileAsyncQuery(
        static (OrmContext context) => context.Authors.OrderBy(static author => author.Id).Take(100).Include(static author => author.Posts).AsSplitQuery());

    private static readonly Func<OrmContext, long, IAsyncEnumerable<Reading>> Readings = EF.CompileAsyncQuery(
        static (OrmContext context, long lastId) => context.Readings.Where(reading => reading.Id <= lastId));

    private static readonly Func<OrmContext, IAsyncEnumerable<Reading>> AllReadings = EF.CompileAsyncQuery(static (OrmContext context) => context.Readings);

    private readonly NpgsqlDataSource _dataSource;
    private readonly PooledDbContextFactory<OrmContext> _contexts;

    public EntityFrameworkContender(NpgsqlDataSource dataSource)
    {
        _dataSource = dataSource;
        _contexts = new(new DbContextOptionsBuilder<OrmContext>()
            .UseNpgsql(dataSource).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).EnableThreadSafetyChecks(false).Options);
    }

    public string Name => "EF Core";

    public async Task<Post?> FindAsync(long id)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        return await Find(context, id);
    }

    public Task<List<Post>> ListAsync() => ListAsync(List);

    public Task<List<Post>> PageAsync(int views) => ListAsync(context => Page(context, views));

    public Task<List<Author>> AuthorsWithPostsAsync() => ListAsync(AuthorsWithPosts);

    public Task<List<Reading>> ReadingsAsync(long lastId) => ListAsync(context => Readings(context, lastId));

    public async IAsyncEnumerable<Reading> StreamAsync()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        await foreach (var reading in AllReadings(context))
        {
            yield return reading;
        }
    }

    public async Task<long> InsertAsync(Draft draft)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        context.Drafts.Add(draft);
        await context.SaveChangesAsync();
        return draft.Id;
    }

    public async Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<Draft> drafts)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        context.Drafts.AddRange(drafts);
        await context.SaveChangesAsync();
        return [.. drafts.Select(static draft => draft.Id)];
    }

    // It reads back what the database generates, the ids, and keeps the rest as it was sent.
    public async Task<IReadOnlyList<Draft>> InsertAndReadAsync(IReadOnlyList<Draft> drafts)
    {
        await InsertAsync(drafts);
        return drafts;
    }

    // It asks for the ids in any case.
    public Task InsertWithoutIdsAsync(IReadOnlyList<Draft> drafts) => InsertAsync(drafts);

    public async Task UpdateAsync(Draft draft)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        context.Drafts.Update(draft);
        await context.SaveChangesAsync();
    }

    public async Task BulkInsertAsync(IReadOnlyList<Reading> readings)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        context.Readings.AddRange(readings);
        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    private async Task<List<T>> ListAsync<T>(Func<OrmContext, IAsyncEnumerable<T>> query)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        return await query(context).ToListAsync();
    }
}
