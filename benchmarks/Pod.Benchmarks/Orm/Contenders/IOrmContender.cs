namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>One way to talk to the database. All read into the same classes, so that only the way differs.</summary>
internal interface IOrmContender : IAsyncDisposable
{
    string Name { get; }

    Task<Post?> FindAsync(long id);

    /// <summary>The first 100 posts by id.</summary>
    Task<List<Post>> ListAsync();

    /// <summary>The 20 newest published posts with at least so many views.</summary>
    Task<List<Post>> PageAsync(int views);

    /// <summary>The first 100 authors by id, each with the posts.</summary>
    Task<List<Author>> AuthorsWithPostsAsync();

    /// <summary>The readings up to an id.</summary>
    Task<List<Reading>> ReadingsAsync(long lastId);

    /// <summary>All readings one after the other, without having all in memory.</summary>
    IAsyncEnumerable<Reading> StreamAsync();

    /// <summary>Stores a new row.</summary>
    /// <returns>Its id.</returns>
    Task<long> InsertAsync(Draft draft);

    /// <summary>Stores new rows.</summary>
    /// <returns>Their ids in their order.</returns>
    Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<Draft> drafts);

    /// <summary>Stores new rows.</summary>
    /// <returns>The rows in their order as they are stored, whatever triggers and columns made of them.</returns>
    Task<IReadOnlyList<Draft>> InsertAndReadAsync(IReadOnlyList<Draft> drafts);

    /// <summary>Stores new rows whose ids nobody asks for.</summary>
    Task InsertWithoutIdsAsync(IReadOnlyList<Draft> drafts);

    /// <summary>Writes all columns of a row that exists.</summary>
    Task UpdateAsync(Draft draft);

    /// <summary>Stores very many rows in the fastest way there is; nobody asks for their ids.</summary>
    Task BulkInsertAsync(IReadOnlyList<Reading> readings);
}
