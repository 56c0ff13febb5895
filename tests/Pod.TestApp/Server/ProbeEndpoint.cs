using System.Runtime.CompilerServices;
using ChatApp.Model;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime;

namespace ChatApp.Server;

/// <summary>One method per behaviour that a test needs.</summary>
public class ProbeEndpoint(Probe probe) : Endpoint
{
    public Task<string> Echo(Session session, string text) => Task.FromResult(text);

    public Task<int?> Maybe(Session session, int? value, string? text = "absent")
        => Task.FromResult(text is null ? null : text == "absent" ? value : value + 1000);

    public Task Nothing(Session session) => Task.CompletedTask;

    public Task<double> Unencodable(Session session) => Task.FromResult(double.NaN);

    public Task<bool> ScopedSession(Session session)
        => Task.FromResult(ReferenceEquals(session, session.Services.GetRequiredService<Session>()));

    public Task Throw(Session session, string kind)
    {
        ((MethodCallSession)session).SetResponseHeader("x-custom", "kept");
        throw kind switch
        {
            "declared" => new ChannelNotFound { ChannelId = 7 },
            "secret" => new ServerSecret { ChannelId = 7 },
            "json" => new Pod.Protocol.PodJsonException("own"),
            _ => new InvalidOperationException("the inside"),
        };
    }

    public Task Kept(Session session)
    {
        ((MethodCallSession)session).SetResponseHeader("Cache-Control", "max-age=60");
        return Task.CompletedTask;
    }

    public async Task Hang(Session session, CancellationToken cancellationToken)
    {
        probe.Watch(session);
        probe.Signal("hanging");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            probe.Signal("hang cancelled");
        }
    }

    /// <summary>Whether the token is left alone while the call waits for its signal.</summary>
    public async Task<bool> Finish(Session session)
    {
        var token = session.CancellationToken;
        probe.Signal("finishing");
        await probe.WaitAsync("finish");
        return !token.IsCancellationRequested;
    }

    public async IAsyncEnumerable<int> Count(Session session, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        for (var i = 1; i <= to; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            probe.Produce();
            yield return i;
            await Task.CompletedTask;
        }
    }

    public async IAsyncEnumerable<string> Bulk(Session session, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        var item = new string('x', size);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                probe.Produce();
                yield return item;
                await Task.CompletedTask;
            }
        }
        finally
        {
            probe.Signal("bulk ended");
        }
    }

    public async IAsyncEnumerable<int> Silent(Session session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        probe.Signal("silent running");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            probe.Signal("silent ended");
        }

        yield break;
    }

    public async IAsyncEnumerable<int> FailAfter(Session session, int items, bool declared)
    {
        probe.Watch(session);
        for (var i = 1; i <= items; i++)
        {
            yield return i;
        }

        await Task.CompletedTask;
        throw declared ? new ChannelNotFound { ChannelId = items } : new InvalidOperationException("the inside");
    }

    public async Task<long> Sum(Session session, IAsyncEnumerable<int> numbers)
    {
        probe.Watch(session);
        var sum = 0L;
        await foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    public async Task<string> ReadOutcome(Session session, IAsyncEnumerable<int> numbers)
    {
        probe.Watch(session);
        try
        {
            await foreach (var number in numbers)
            {
                probe.Signal($"read {number}");
            }

            return "done";
        }
        catch (ChannelNotFound e)
        {
            return $"declared {e.ChannelId}";
        }
        catch (StreamClosedException)
        {
            return "closed";
        }
    }

    public async IAsyncEnumerable<int> TakeTwo(Session session, IAsyncEnumerable<int> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        var taken = 0;
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            yield return number;
            if (++taken == 2)
            {
                break;
            }
        }

        await probe.WaitAsync("finish").WaitAsync(cancellationToken);
        yield return -1;
    }

    public async Task Consume(Session session, IAsyncEnumerable<int> numbers, string gate, CancellationToken cancellationToken)
    {
        probe.Watch(session);
        probe.Signal("consuming");
        await probe.WaitAsync(gate).WaitAsync(cancellationToken);
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            probe.Produce();
        }
    }
}
