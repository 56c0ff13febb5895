using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;

namespace Pod_App.Server;

/// <summary>Greets people.</summary>
[AllowAnonymous]
public sealed class GreetingEndpoint : Endpoint
{
    private const int MaxRecent = 100;

    /// <summary>Greets somebody and remembers it.</summary>
    /// <param name="name">Who is greeted.</param>
    public Task<Greeting> Hello(Session session, string name) =>
        Greeting.Db.InsertRowAsync(session, new Greeting { Name = name, Message = $"Hello, {name}!" });

    /// <summary>Lists the newest greetings, the newest first.</summary>
    /// <param name="limit">How many at most; 1 to 100.</param>
    public Task<List<Greeting>> Recent(Session session, int limit = 10, CancellationToken cancellationToken = default) =>
        Greeting.Db.FindAsync(session, orderBy: t => t.Id.Desc(), limit: Math.Clamp(limit, 1, MaxRecent), cancellationToken: cancellationToken);

    /// <summary>Counts down to zero, a number a second.</summary>
    /// <param name="from">The first number.</param>
    public async IAsyncEnumerable<int> Countdown(Session session, int from, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = from; number > 0; number--)
        {
            yield return number;
            await Task.Delay(TimeSpan.FromSeconds(1), session.Time, cancellationToken);
        }

        yield return 0;
    }
}
