using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;

namespace Pod_App.Server;

/// <summary>Greets people.</summary>
[AllowAnonymous]
public sealed class GreetingEndpoint : Endpoint
{
    /// <summary>Greets somebody.</summary>
    /// <param name="name">Who is greeted.</param>
    public Task<Greeting> Hello(Session session, string name) =>
        Task.FromResult(new Greeting { Name = name, Message = $"Hello, {name}!" });

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
