using Npgsql;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Transactions;

[Collection(DatabaseTests.Name)]
public sealed class RuntimeParameterTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private DatabaseSession Session => chat.Session;

    // A row whose name is what the statement's connection has as a setting.
    public Task InitializeAsync() => chat.ExecuteAsync(
        """
        CREATE OR REPLACE VIEW "setting" AS SELECT row_number() OVER ()::bigint AS "id", "n" || '=' || coalesce(current_setting("n", true), '') AS "name"
        FROM unnest(ARRAY['work_mem', 'search_path', 'app.tenant', 'hnsw.ef_search', 'hnsw.iterative_scan', 'hnsw.max_scan_tuples',
            'hnsw.scan_mem_multiplier', 'ivfflat.probes', 'ivfflat.iterative_scan', 'ivfflat.max_probes', 'enable_indexscan', 'enable_seqscan',
            'min_parallel_table_scan_size', 'parallel_setup_cost', 'maintenance_work_mem', 'max_parallel_maintenance_workers',
            'max_parallel_workers_per_gather']) AS "n"
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_hold_until_the_transaction_ends()
    {
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        await session.Db.TransactionAsync(
            async tx =>
            {
                Assert.Equal("7MB", await ReadAsync(tx, "work_mem"));
                Assert.Equal("'; DROP TABLE \"sample\"; --", await ReadAsync(tx, "app.tenant"));
                await tx.SetRuntimeParametersAsync([RuntimeParameters.Custom("work_mem", "9MB")]);
                Assert.Equal("9MB", await ReadAsync(tx, "work_mem"));
                await Assert.ThrowsAsync<InvalidDataException>(() => tx.TransactionAsync(async inner =>
                {
                    await inner.SetRuntimeParametersAsync([RuntimeParameters.Custom("work_mem", "5MB")]);
                    Assert.Equal("5MB", await ReadAsync(inner, "work_mem"));
                    throw new InvalidDataException();
                }));
                Assert.Equal("9MB", await ReadAsync(tx, "work_mem"));
            },
            new TransactionOptions
            {
                RuntimeParameters = [RuntimeParameters.Custom("work_mem", "7MB"), RuntimeParameters.Custom("app.tenant", "'; DROP TABLE \"sample\"; --")],
            });
        Assert.Equal("4MB", await ReadAsync(session, "work_mem"));
        Assert.Equal("", await ReadAsync(session, "app.tenant"));
    }

    [Fact]
    public async Task They_hold_on_every_connection_of_the_pool()
    {
        var options = new PodDatabaseOptions { RuntimeParameters = [RuntimeParameters.Custom("work_mem", "6MB"), RuntimeParameters.SearchPath("public", "a \"b\"")] };
        await using var session = new DatabaseSession(chat.ConnectionString, options);
        var found = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReadAsync(session, "work_mem")));
        Assert.All(found, value => Assert.Equal("6MB", value));
        Assert.Equal("\"public\", \"a \"\"b\"\"\"", await ReadAsync(session, "search_path"));
        await using var source = NpgsqlDataSource.Create(chat.ConnectionString);
        Assert.Throws<ArgumentException>(() => new PodDatabase(source, options));
    }

    [Fact]
    public async Task The_known_ones_have_their_names()
    {
        await Session.Db.TransactionAsync(
            async tx =>
            {
                foreach (var (name, value) in new[]
                {
                    ("hnsw.ef_search", "100"), ("hnsw.iterative_scan", "strict_order"), ("hnsw.max_scan_tuples", "20000"), ("hnsw.scan_mem_multiplier", "1.5"),
                    ("ivfflat.probes", "1"), ("ivfflat.iterative_scan", "relaxed_order"), ("ivfflat.max_probes", "32768"),
                    ("enable_indexscan", "on"), ("enable_seqscan", "off"), ("min_parallel_table_scan_size", "8MB"), ("parallel_setup_cost", "1000"),
                    ("maintenance_work_mem", "64MB"), ("max_parallel_maintenance_workers", "2"), ("max_parallel_workers_per_gather", "2"),
                })
                {
                    Assert.Equal(value, await ReadAsync(tx, name));
                }
            },
            new TransactionOptions
            {
                RuntimeParameters =
                [
                    RuntimeParameters.Hnsw(efSearch: 100, iterativeScan: IterativeScan.StrictOrder, scanMemMultiplier: 1.5),
                    RuntimeParameters.Ivfflat(iterativeScan: IterativeScan.RelaxedOrder),
                    RuntimeParameters.VectorScan(enableSeqScan: false),
                ],
            });
    }

    [Fact]
    public async Task Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RuntimeParameters.Ivfflat(iterativeScan: IterativeScan.StrictOrder));
        Assert.Throws<ArgumentException>(() => RuntimeParameters.SearchPath());
        Assert.Throws<ArgumentException>(() => RuntimeParameters.SearchPath("a", ""));
        foreach (var name in new[] { "", "1a", "Work_mem", "a b", "a;b", "a'", "work_mem\n" })
        {
            Assert.Throws<ArgumentException>(() => RuntimeParameters.Custom(name, "x"));
        }

        await Assert.ThrowsAsync<PodDatabaseException>(() => Session.Db.TransactionAsync(
            _ => Task.CompletedTask, new TransactionOptions { RuntimeParameters = [RuntimeParameters.Custom("no_such_setting", "x")] }));
    }

    private static async Task<string> ReadAsync(IDatabaseSession session, string name)
    {
        var repository = new TransactionTests.ViewRepository(new SettingTable());
        var row = await repository.FindFirstRowAsync(session, t => t.Name.StartsWith(name + "="));
        return row!.Name[(name.Length + 1)..];
    }

    private sealed class SettingTable() : TransactionTests.ViewTable("setting");
}
