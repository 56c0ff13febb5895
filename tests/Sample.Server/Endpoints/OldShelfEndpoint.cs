namespace Sample.Server.Endpoints;

/// <summary>A child of a child that hides one method.</summary>
[Obsolete("Use the book shelf.")]
public class OldShelfEndpoint : BookShelfEndpoint
{
    public override ScopeSet RequiredScopes => [Scope.Admin, Librarian];

    [PodIgnore]
    public override Task<string> Name(MethodCallSession session, string suffix = "!") => base.Name(session, suffix);

    [UnauthenticatedClientCall]
    public IAsyncEnumerable<string> Dust(StreamSession session) => new[] { session?.Method ?? "" }.ToAsyncEnumerable();
}
