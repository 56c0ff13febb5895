using System.Diagnostics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

/// <summary>Thousands of operations that end in every way there is, on few connections.</summary>
[Collection(DatabaseTests.Name)]
public sealed class SoakTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    private const int Size = 5;
    private const int Operations = 3000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task No_connection_is_lost_or_left_busy_whatever_happens()
    {
        var moody = new Moody();
        var options = new PodDatabaseOptions { MaxPoolSize = Size, CommandTimeout = TimeSpan.FromSeconds(20), Interceptors = { moody } };
        await using var database = new PodDatabase(chat.ConnectionString + ";Application Name=everything", options);
        var session = new DatabaseSession(database);
        await chat.ClearAsync();
        var user = await chat.AddUserAsync("soak");
        await chat.AddChannelAsync("soak");
        var endings = new int[Enum.GetValues<Ending>().Length];
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Operations), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (i, _) =>
        {
            if (clock.Elapsed < Limit)
            {
                var ending = await RunAsync(session, i, user.Id);
                Interlocked.Increment(ref endings[(int)ending]);
            }
        });

        moody.IsCalm = true;

        // Each ending occurred, so the test saw what it wants to see.
        Assert.All(endings, count => Assert.True(count > 0, string.Join(", ", endings)));
        Assert.InRange(await ConnectionsAsync("true"), 1, Size);
        await chat.WaitForAsync("SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = 'everything' AND state <> 'idle')");

        // Every place of the pool can still be had, all at once, and what they hold is in order.
        var all = new TaskCompletionSource();
        var entered = 0;
        var counts = await Task.WhenAll(Enumerable.Range(0, Size).Select(_ => session.Db.TransactionAsync(async tx =>
        {
            var count = await tx.Db.QueryAsync<long>($"SELECT count(*) FROM channel");
            if (Interlocked.Increment(ref entered) == Size)
            {
                all.SetResult();
            }

            await all.Task;
            return count[0];
        })));
        Assert.All(counts, count => Assert.Equal(counts[0], count));
        Assert.Equal(0, await chat.ScalarAsync<long>("SELECT count(*) FROM channel WHERE name LIKE 'lost%'"));
        Assert.Equal(0, await chat.ScalarAsync<long>("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'everything'"));
    }

    private Task<long> ConnectionsAsync(string condition)
        => chat.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'everything' AND {condition}");

    private static async Task<Ending> RunAsync(DatabaseSession session, int i, long userId)
    {
        using var source = new CancellationTokenSource();
        var token = source.Token;
        Task work = (i % 13) switch
        {
            0 => Channel.Db.InsertRowAsync(session, new Channel { Name = $"kept {i}" }, token),
            1 => session.Db.TransactionAsync(tx => Channel.Db.CountAsync(tx, cancellationToken: token), cancellationToken: token),
            2 => LoseAsync(session, i, tx => Channel.Db.InsertRowAsync(tx, new Channel { Name = "forbidden" }, token)),
            3 => LoseAsync(session, i, tx => tx.TransactionAsync(_ => throw new InvalidDataException(), token)),
            4 => Message.Db.InsertRowAsync(session, new Message { ChannelId = -1, AuthorId = userId, Text = "" }, token),
            5 => Channel.Db.FindAsync(session, limit: 5, include: Channel.Include(messages: Message.IncludeList()), cancellationToken: token),
            6 => BreakStreamAsync(session, token),
            7 => session.Db.QueryAsync<int>($"SELECT 'no number'::text", token),
            8 => session.Db.ExecuteAsync($"SELECT pg_sleep(30)", token),
            9 => LoseAsync(session, i, tx => tx.Db.ExecuteAsync($"SELECT pg_sleep(30)", token)),
            10 when i % 10 == 0 => session.Db.ExecuteAsync($"SELECT pg_terminate_backend(pg_backend_pid())", token),
            11 when i % 10 == 0 => LoseAsync(session, i, tx => tx.Db.ExecuteAsync($"SELECT pg_terminate_backend(pg_backend_pid())", token)),
            12 when i % 10 == 0 => session.Db.ExecuteAsync($"SET work_mem = '1MB'", token),
            _ => session.Db.QueryAsync($"SELECT * FROM channel LIMIT 3", token),
        };

        // The long ones end by cancellation only; some of the others are cancelled wherever they are.
        if (i % 13 is 8 or 9 || i % 17 == 0)
        {
            await source.CancelAsync();
        }

        try
        {
            await work;
            return Ending.Succeeded;
        }
        catch (OperationCanceledException)
        {
            return Ending.Cancelled;
        }
        catch (DatabaseConnectionException)
        {
            return Ending.Killed;
        }
        catch (ConstraintViolationException)
        {
            return Ending.Refused;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return Ending.Thrown;
        }
    }

    private static Task LoseAsync(DatabaseSession session, int i, Func<Transaction, Task> work)
        => session.Db.TransactionAsync(async tx =>
        {
            await tx.Db.ExecuteAsync($"INSERT INTO channel (name, kind) VALUES ({FormattableString.Invariant($"lost {i}")}, 'open')", CancellationToken.None);
            await work(tx);
        });

    private static async Task BreakStreamAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await foreach (var _ in Channel.Db.StreamAsync(session, batchSize: 2, cancellationToken: cancellationToken))
        {
            break;
        }
    }

    private enum Ending
    {
        Succeeded,
        Cancelled,
        Killed,
        Refused,
        Thrown,
    }

    /// <summary>Throws at every hundredth statement.</summary>
    private sealed class Moody : IDatabaseInterceptor
    {
        private int _statements;

        public bool IsCalm { get; set; }

        public ValueTask ExecutingAsync(DatabaseCommand command, CancellationToken cancellationToken) => Count();

        public ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows) => Count();

        private ValueTask Count() => !IsCalm && Interlocked.Increment(ref _statements) % 100 == 0 ? throw new InvalidDataException() : ValueTask.CompletedTask;
    }
}
