namespace Sample.Server.Endpoints;

public class BookShelfEndpoint : ShelfEndpoint
{
    public static readonly Scope Librarian = new("librarian");

    /// <inheritdoc/>
    public override Task<int> Count(Session session) => Task.FromResult(3);

    [RequireLogin]
    public Task<string> Borrow(Session session, string title) => Task.FromResult(title);

    [RequireScopes("librarian"), IdempotentCall]
    public Task Sort(Session session) => Task.CompletedTask;
}
