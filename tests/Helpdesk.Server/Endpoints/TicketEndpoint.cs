namespace Helpdesk.Server;

/// <summary>Opens, closes and finds tickets.</summary>
public sealed class TicketEndpoint(IMail mail) : Endpoint
{
    /// <summary>Opens a ticket.</summary>
    /// <param name="title">What is broken.</param>
    public async Task<Ticket> Open(Session session, string title)
    {
        session.Log($"Opening '{title}'.");
        var ticket = await Ticket.Db.InsertRowAsync(session, new Ticket { Title = title });
        await session.Messages.PostAsync("tickets", new Note { Text = title });
        return ticket;
    }

    /// <summary>Closes a ticket.</summary>
    [RequireScopes("support")]
    public async Task<Ticket> Close(Session session, long id)
    {
        var ticket = await Ticket.Db.FindByIdAsync(session, id) ?? throw new TicketNotFound { TicketId = id };
        return await Ticket.Db.UpdateRowAsync(session, ticket with { Status = Status.Done });
    }

    /// <summary>Lists tickets by title.</summary>
    public Task<List<Ticket>> List(Session session, int limit = 50) => Ticket.Db.FindAsync(session, orderBy: t => t.Title, limit: limit);

    /// <summary>Opens all tickets or none.</summary>
    public Task<int> OpenAll(Session session, List<string> titles) => session.Db.TransactionAsync(async tx =>
    {
        foreach (var title in titles)
        {
            await Ticket.Db.InsertRowAsync(tx, new Ticket { Title = title });
        }

        return titles.Count;
    });

    /// <summary>Opens a ticket and says what failed, as careless code does.</summary>
    public async Task<string> OpenTwice(Session session, string title)
    {
        await Ticket.Db.InsertRowAsync(session, new Ticket { Title = title });
        try
        {
            await Ticket.Db.InsertRowAsync(session, new Ticket { Title = title });
            return "opened";
        }
        catch (UniqueViolationException)
        {
            return "refused";
        }
    }

    /// <summary>Counts one by one what one statement could count.</summary>
    public async Task<int> CountSlowly(Session session)
    {
        var count = 0;
        foreach (var ticket in await Ticket.Db.FindAsync(session))
        {
            count += await Ticket.Db.FindByIdAsync(session, ticket.Id) is null ? 0 : 1;
        }

        return count;
    }

    /// <summary>Writes to whoever waits.</summary>
    public Task Notify(Session session, string text)
    {
        mail.Send(text);
        return Task.CompletedTask;
    }

    /// <summary>Says who calls.</summary>
    [RequireLogin]
    public Task<string> WhoAmI(Session session) => Task.FromResult(session.Authenticated!.UserIdentifier);

    /// <summary>Gives an answer after a while.</summary>
    public async Task<DateTime> Wait(Session session, TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(time, session.Time, cancellationToken);
        return session.Time.GetUtcNow().UtcDateTime;
    }

    /// <summary>Gives back what it gets.</summary>
    public Task<List<string>> Echo(Session session, List<string> words) => Task.FromResult(words);

    /// <summary>Does not listen to its token.</summary>
    public Task Hang(Session session) => new TaskCompletionSource().Task;

    /// <summary>Fails in a way that nobody expects.</summary>
    public Task Fail(Session session) => throw new InvalidOperationException("It broke.");

    /// <summary>Answers with a header.</summary>
    public Task<string> Greet(MethodCallSession session)
    {
        session.SetResponseHeader("x-greeting", "hello");
        return Task.FromResult(session.HttpContext.Request.Headers["x-name"].ToString());
    }

    /// <summary>Uses a session of its own, as background work does.</summary>
    public async Task<long> OpenElsewhere(Session session, string title)
        => await session.Services.GetRequiredService<ISessionFactory>()
            .RunAsync(async own => (await Ticket.Db.InsertRowAsync(own, new Ticket { Title = title })).Id);
}
