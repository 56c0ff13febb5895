using System.Collections.Concurrent;
using Npgsql;

namespace Pod.Testing.Isolating;

/// <summary>
/// Looks for tests of one host that wait for each other's locks, which end with the test that has them. They would wait for as long as the other one runs,
/// and two that wait for each other for ever, because PostgreSQL sees a deadlock only where both wait.
/// </summary>
internal sealed class LockMonitor(NpgsqlDataSource pool, TimeSpan patience) : IAsyncDisposable
{
    private const int LooksPerWait = 4;
    private const int ShownStatement = 500;

    private readonly ConcurrentDictionary<int, TestTransaction> _tests = new();

    // Not disposed: it holds nothing, and hosts may be disposed of twice.
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task? _loop;

    public void Add(TestTransaction test)
    {
        _tests[test.ProcessId] = test;
        lock (_gate)
        {
            _loop ??= Task.Run(WatchAsync);
        }
    }

    public void Remove(TestTransaction test) => _tests.TryRemove(test.ProcessId, out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await (_loop ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(patience / LooksPerWait, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
        {
            // One test has nobody to wait for.
            if (_tests.Count > 1)
            {
                await LookAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task LookAsync()
    {
        foreach (var (waiting, holding, statement) in await FindAsync().ConfigureAwait(false))
        {
            if (_tests.TryGetValue(waiting, out var blocked) && _tests.TryGetValue(holding, out var blocker))
            {
                var failure = new PodTestLockException(
                    $"'{blocked.TestName}' has waited {patience.TotalSeconds:0.#} seconds for a lock of '{blocker.TestName}', in: {statement}\n"
                    + "Let the tests use different rows and unique values, or give each a database: [PodIsolation(Isolation.Database)].");
                blocker.Fail(failure);
                blocked.Fail(failure);
                await CancelAsync(waiting).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<(int Waiting, int Holding, string Statement)>> FindAsync()
    {
        var command = pool.CreateCommand(
            """
            SELECT l.pid, b.pid, left(a.query, $3)
            FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid CROSS JOIN LATERAL unnest(pg_blocking_pids(l.pid)) AS b(pid)
            WHERE NOT l.granted AND l.pid = ANY($1) AND l.waitstart < clock_timestamp() - $2
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. _tests.Keys] });
            command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = patience });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ShownStatement });
            var found = new List<(int, int, string)>();
            var reader = await command.ExecuteReaderAsync(_stop.Token).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(_stop.Token).ConfigureAwait(false))
                {
                    found.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2)));
                }
            }

            return found;
        }
    }

    private async Task CancelAsync(int processId)
    {
        var command = pool.CreateCommand("SELECT pg_cancel_backend($1)");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = processId });
            await command.ExecuteNonQueryAsync(_stop.Token).ConfigureAwait(false);
        }
    }
}
