using System.Runtime.CompilerServices;

namespace Helpdesk.Server;

/// <summary>Streams.</summary>
public sealed class FeedEndpoint : Endpoint
{
    /// <summary>Gives what is posted.</summary>
    public async IAsyncEnumerable<string> Watch(Session session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var notes = await session.Messages.SubscribeAsync<Note>("tickets");
        await foreach (var note in notes.WithCancellation(cancellationToken))
        {
            yield return note.Text;
        }
    }

    /// <summary>Gives what is posted to those who are signed in.</summary>
    [RequireLogin]
    public IAsyncEnumerable<string> WatchSigned(Session session, CancellationToken cancellationToken) => Watch(session, cancellationToken);

    /// <summary>Counts down.</summary>
    public async IAsyncEnumerable<int> Countdown(Session session, int from)
    {
        for (var i = from; i > 0; i--)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>Gives the time again and again.</summary>
    public async IAsyncEnumerable<DateTime> Ticks(Session session, TimeSpan every, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(every, session.Time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            yield return session.Time.GetUtcNow().UtcDateTime;
        }
    }

    /// <summary>Stores what comes in and gives it back.</summary>
    public async IAsyncEnumerable<Ticket> Import(Session session, IAsyncEnumerable<string> titles)
    {
        await foreach (var title in titles)
        {
            yield return await Ticket.Db.InsertRowAsync(session, new Ticket { Title = title });
        }
    }

    /// <summary>Adds up.</summary>
    public async Task<int> Sum(Session session, IAsyncEnumerable<int> numbers)
    {
        var sum = 0;
        await foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    /// <summary>Gives some items and fails.</summary>
    public async IAsyncEnumerable<int> FailAfter(Session session, int items)
    {
        for (var i = 0; i < items; i++)
        {
            await Task.Yield();
            yield return i;
        }

        throw new TicketNotFound { TicketId = items };
    }
}
