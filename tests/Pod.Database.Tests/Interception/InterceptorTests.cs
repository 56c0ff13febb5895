using System.Collections.Concurrent;
using Npgsql;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Interception;

[Collection(DatabaseTests.Name)]
public sealed class InterceptorTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Interceptors_are_told_in_order_what_runs_and_how_it_ended()
    {
        var events = new ConcurrentQueue<string>();
        await using var database = Open(new Recorder("1", events), new Recorder("2", events));
        var session = new DatabaseSession(database);
        await ChatUser.Db.InsertAsync(session, [new ChatUser { Name = "secret" }, new ChatUser { Name = "b" }]);
        await session.Db.TransactionAsync(async tx =>
        {
            await ChatUser.Db.CountAsync(tx);
            await tx.TransactionAsync(inner => ChatUser.Db.DeleteRowAsync(inner, new ChatUser { Id = 1, Name = "" }));
        });
        await Assert.ThrowsAsync<PodDatabaseException>(() => session.Db.QueryAsync($"SELECT 1 / {0}"));
        Assert.Equal(
            [
                "1 opening", "2 opening", "1 executing INSERT chat_user (text[])", "2 executing INSERT chat_user (text[])",
                "1 executed INSERT chat_user: 2", "2 executed INSERT chat_user: 2",
                "1 opening", "2 opening", "1 executing SELECT chat_user ()", "2 executing SELECT chat_user ()",
                "1 executed SELECT chat_user: 1", "2 executed SELECT chat_user: 1",
                "1 executing DELETE chat_user (bigint)", "2 executing DELETE chat_user (bigint)", "1 executed DELETE chat_user: 1", "2 executed DELETE chat_user: 1",
                "1 opening", "2 opening", "1 executing SQL - (integer)", "2 executing SQL - (integer)",
                "1 failed SQL - 22012", "2 failed SQL - 22012",
            ],
            events);
    }

    [Fact]
    public async Task Values_are_shown_only_when_asked_for()
    {
        IReadOnlyList<object?>? values = ["nothing yet"];
        var watcher = new Watcher { OnExecuting = command => values = command.ParameterValues };
        await using (var database = Open(watcher))
        {
            await ChatUser.Db.CountAsync(new DatabaseSession(database), t => t.Name == "secret");
            Assert.Null(values);
        }

        await using var open = Open(new PodDatabaseOptions { IncludeSensitiveData = true }, watcher);
        await ChatUser.Db.CountAsync(new DatabaseSession(open), t => t.Name == "secret");
        Assert.Equal(["secret"], values);
    }

    [Fact]
    public async Task Settings_of_the_session_hold_for_its_statements()
    {
        await chat.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS tenant_note (tenant text NOT NULL, text text NOT NULL);
            ALTER TABLE tenant_note ENABLE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS own ON tenant_note;
            CREATE POLICY own ON tenant_note USING (tenant = current_setting('app.tenant'));
            DROP ROLE IF EXISTS tenant_reader;
            CREATE ROLE tenant_reader LOGIN PASSWORD 'x';
            GRANT ALL ON tenant_note TO tenant_reader;
            """);
        try
        {
            await using var database = new PodDatabase(
                chat.ConnectionString + ";Username=tenant_reader;Password=x;Maximum Pool Size=1",
                new PodDatabaseOptions { Interceptors = { new Tenants() } });
            TenantSession anna = new(database, "anna"), bob = new(database, "bob");
            await anna.Db.ExecuteAsync($"INSERT INTO tenant_note VALUES ('anna', 'hers')");
            await bob.Db.TransactionAsync(tx => tx.TransactionAsync(inner => inner.Db.ExecuteAsync($"INSERT INTO tenant_note VALUES ('bob', 'his')")));
            await Assert.ThrowsAsync<PodDatabaseException>(() => bob.Db.ExecuteAsync($"INSERT INTO tenant_note VALUES ('anna', 'forged')"));
            Assert.Equal(["hers"], await anna.Db.QueryAsync<string>($"SELECT text FROM tenant_note"));
            Assert.Equal(["his"], await bob.Db.TransactionAsync(tx => tx.Db.QueryAsync<string>($"SELECT text FROM tenant_note")));
        }
        finally
        {
            await chat.ExecuteAsync("DROP TABLE tenant_note; DROP ROLE tenant_reader");
        }
    }

    [Fact]
    public async Task Streams_and_groups_of_statements_are_opened_for_their_session()
    {
        var sessions = new List<IDatabaseSession>();
        await using var database = Open(new Watcher { OnOpening = sessions.Add, OnExecuting = command => sessions.Add(command.Session) });
        var session = new DatabaseSession(database);
        await foreach (var _ in ChatUser.Db.StreamAsync(session))
        {
        }

        await Channel.Db.FindAsync(session, include: Channel.Include(messages: Message.IncludeList()));
        Assert.True(sessions.Count >= 5);
        Assert.All(sessions, each => Assert.Same(session, each));
    }

    [Fact]
    public async Task Timeouts_and_comments_hold_for_one_statement()
    {
        var limit = TimeSpan.FromSeconds(1);
        var isImpatient = true;
        await using var database = Open(new Watcher
        {
            OnExecuting = command =>
            {
                if (isImpatient)
                {
                    command.Timeout = limit;
                    command.AddComment("a */ DROP TABLE chat_user; /* b \0 */");
                }
            },
        });
        var session = new DatabaseSession(database);
        Assert.Equal(["/* a * / DROP TABLE chat_user; / * b   * / */ SELECT query"], await TextAsync(session));
        await Assert.ThrowsAsync<QueryCanceledException>(() => session.Db.QueryAsync($"SELECT pg_sleep(60)"));
        isImpatient = false;
        Assert.Equal(["SELECT query"], await TextAsync(session));
        await session.Db.QueryAsync($"SELECT pg_sleep(1.2)");
    }

    [Theory]
    [InlineData("opening")]
    [InlineData("executing")]
    [InlineData("executed")]
    [InlineData("failed")]
    public async Task What_an_interceptor_throws_reaches_the_caller_and_leaks_nothing(string place)
    {
        var watcher = new Watcher();
        await using var database = Open(new PodDatabaseOptions { MaxPoolSize = 1 }, watcher);
        var session = new DatabaseSession(database);
        var failure = new InvalidDataException();
        watcher.OnOpening = _ => Throw("opening");
        watcher.OnExecuting = _ => Throw("executing");
        watcher.OnExecuted = () => Throw("executed");
        watcher.OnFailed = () => Throw("failed");
        for (var i = 0; i < 3; i++)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(session)));
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => session.Db.TransactionAsync(RunAsync)));
        }

        (watcher.OnOpening, watcher.OnExecuting, watcher.OnExecuted, watcher.OnFailed) = (null, null, null, null);
        Assert.Equal(place == "executed" ? 3 : 0, await ChatUser.Db.CountAsync(session));

        Task RunAsync(IDatabaseSession on) => place == "failed"
            ? on.Db.ExecuteAsync($"SELECT 1 / 0")
            : on.Db.ExecuteAsync($"INSERT INTO chat_user (name) VALUES ('x')");

        void Throw(string at)
        {
            if (at == place)
            {
                throw failure;
            }
        }
    }

    [Fact]
    public async Task A_read_that_is_repeated_on_a_fresh_connection_is_told_once()
    {
        var events = new ConcurrentQueue<string>();
        await using var database = Open(new PodDatabaseOptions { MaxPoolSize = 1, TagQueries = true }, new Recorder("1", events));
        var session = new DatabaseSession(database);
        var process = (await session.Db.QueryAsync<int>($"SELECT pg_backend_pid()"))[0];
        await chat.ScalarAsync<bool>($"SELECT pg_terminate_backend({process}, 10000)");
        events.Clear();
        Assert.Equal(0, await ChatUser.Db.CountAsync(session));
        Assert.Equal(["1 opening", "1 executing SELECT chat_user ()", "1 opening", "1 executed SELECT chat_user: 1"], events);
    }

    [Fact]
    public async Task Bulk_inserts_are_told()
    {
        var events = new ConcurrentQueue<string>();
        await using var database = Open(new Recorder("1", events));
        await ChatUser.Db.BulkInsertAsync(new DatabaseSession(database), [new ChatUser { Name = "a" }, new ChatUser { Name = "b" }]);
        Assert.Contains("1 executing COPY chat_user ()", events);
        Assert.Contains("1 executed COPY chat_user: 2", events);
    }

    [Fact]
    public async Task Rows_that_are_there_go_in_one_COPY_and_those_made_one_by_one_by_thousands()
    {
        var events = new ConcurrentQueue<string>();
        await using var database = Open(new Recorder("1", events));
        var users = Enumerable.Range(0, 12_000).Select(static i => new ChatUser { Name = $"{i}" });
        await ChatUser.Db.BulkInsertAsync(new DatabaseSession(database), users.ToList());
        Assert.Equal(["1 executed COPY chat_user: 12000"], Copies());

        events.Clear();
        await ChatUser.Db.BulkInsertAsync(new DatabaseSession(database), users);
        Assert.Equal(["1 executed COPY chat_user: 5000", "1 executed COPY chat_user: 5000", "1 executed COPY chat_user: 2000"], Copies());

        List<string> Copies() => [.. events.Where(static told => told.StartsWith("1 executed COPY", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Interceptors_may_run_statements_themselves()
    {
        var isAuditing = true;
        await using var database = Open(new Watcher { OnExecutedAsync = AuditAsync });
        await ChatUser.Db.InsertRowAsync(new DatabaseSession(database), new ChatUser { Name = "a" });
        await new DatabaseSession(database).Db.TransactionAsync(tx => ChatUser.Db.InsertRowAsync(tx, new ChatUser { Name = "b" }));
        Assert.Equal(4, await ChatUser.Db.CountAsync(chat.Session));

        async ValueTask AuditAsync(DatabaseCommand command)
        {
            if (isAuditing && command.Operation == "INSERT")
            {
                isAuditing = false;
                await ChatUser.Db.InsertRowAsync((IDatabaseSession?)command.Transaction ?? command.Session, new ChatUser { Name = "audit" });
                isAuditing = true;
            }
        }
    }

    [Fact]
    public async Task Queries_are_tagged_on_request()
    {
        await using var tagging = Open(new PodDatabaseOptions { TagQueries = true });
        await using var plain = Open();
        Assert.Equal(["/* ticket.list */ SELECT query"], await TextAsync(new TenantSession(tagging, "ticket.list")));
        Assert.Equal(["/* ticket.list */ SELECT query"], await new TenantSession(tagging, "ticket.list").Db.TransactionAsync(TextAsync));
        Assert.Equal(["/* x * / y */ SELECT query"], await TextAsync(new TenantSession(tagging, "x */ y")));
        Assert.Equal(["SELECT query"], await TextAsync(new DatabaseSession(tagging)));
        Assert.Equal(["SELECT query"], await TextAsync(new TenantSession(plain, "ticket.list")));
    }

    private static async Task<IEnumerable<string>> TextAsync(IDatabaseSession session)
        => (await session.Db.QueryAsync<string>($"SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
            .Select(text => text[..text.IndexOf(" FROM", StringComparison.Ordinal)]);

    private PodDatabase Open(params IDatabaseInterceptor[] interceptors) => Open(new PodDatabaseOptions(), interceptors);

    private PodDatabase Open(PodDatabaseOptions options, params IDatabaseInterceptor[] interceptors)
    {
        foreach (var interceptor in interceptors)
        {
            options.Interceptors.Add(interceptor);
        }

        return new PodDatabase(chat.ConnectionString, options);
    }

    private sealed record TenantSession(PodDatabase Database, string Tenant) : IDatabaseSession
    {
        string? IDatabaseSession.QueryTag => Tenant;
    }

    private sealed class Tenants : IDatabaseInterceptor
    {
        public async ValueTask OpeningAsync(IDatabaseSession session, NpgsqlConnection connection, CancellationToken cancellationToken)
        {
            await using var command = new NpgsqlCommand("SELECT set_config('app.tenant', $1, false)", connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = ((TenantSession)session).Tenant } },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class Watcher : IDatabaseInterceptor
    {
        public Action<IDatabaseSession>? OnOpening { get; set; }

        public Action<DatabaseCommand>? OnExecuting { get; set; }

        public Action? OnExecuted { get; set; }

        public Func<DatabaseCommand, ValueTask>? OnExecutedAsync { get; set; }

        public Action? OnFailed { get; set; }

        public ValueTask OpeningAsync(IDatabaseSession session, NpgsqlConnection connection, CancellationToken cancellationToken)
        {
            OnOpening?.Invoke(session);
            return ValueTask.CompletedTask;
        }

        public ValueTask ExecutingAsync(DatabaseCommand command, CancellationToken cancellationToken)
        {
            OnExecuting?.Invoke(command);
            return ValueTask.CompletedTask;
        }

        public ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows)
        {
            OnExecuted?.Invoke();
            return OnExecutedAsync?.Invoke(command) ?? ValueTask.CompletedTask;
        }

        public ValueTask FailedAsync(DatabaseCommand command, Exception exception)
        {
            OnFailed?.Invoke();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Recorder(string name, ConcurrentQueue<string> events) : IDatabaseInterceptor
    {
        public ValueTask OpeningAsync(IDatabaseSession session, NpgsqlConnection connection, CancellationToken cancellationToken)
        {
            Assert.IsType<DatabaseSession>(session);
            Assert.Equal(System.Data.ConnectionState.Open, connection.State);
            return Add("opening");
        }

        public ValueTask ExecutingAsync(DatabaseCommand command, CancellationToken cancellationToken)
        {
            Assert.DoesNotContain("secret", command.Text, StringComparison.Ordinal);
            return Add($"executing {command.Operation} {command.Table ?? "-"} ({string.Join(", ", command.ParameterTypes)})");
        }

        public ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows)
        {
            Assert.True(duration > TimeSpan.Zero);
            return Add($"executed {command.Operation} {command.Table ?? "-"}: {rows}");
        }

        public ValueTask FailedAsync(DatabaseCommand command, Exception exception)
            => Add($"failed {command.Operation} {command.Table ?? "-"} {((PodDatabaseException)exception).SqlState}");

        private ValueTask Add(string text)
        {
            events.Enqueue($"{name} {text}");
            return ValueTask.CompletedTask;
        }
    }
}
