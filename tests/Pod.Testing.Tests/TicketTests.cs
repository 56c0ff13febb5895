using Helpdesk.Server;
using Pod.Runtime;

namespace Pod.Testing.Tests;

/// <summary>The test class of the specification.</summary>
public sealed class TicketTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task Only_support_may_close()
    {
        var ticket = await Ticket.Db.InsertRowAsync(Session, new Ticket { Title = "Leak" });

        await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.CloseAsync(Sessions, ticket.Id));

        var support = Sessions.With(AuthOverride.SignedIn("42", new Scope("support")));
        var closed = await Endpoints.Ticket.CloseAsync(support, ticket.Id);

        Assert.Equal(Status.Done, closed.Status);
        Assert.Equal(1, await Ticket.Db.CountAsync(Session, t => t.Status == Status.Done));
    }
}
