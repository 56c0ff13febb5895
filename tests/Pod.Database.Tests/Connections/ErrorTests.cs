using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class ErrorTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Unique_violations_name_table_and_constraint_and_no_values()
    {
        await chat.AddChannelAsync("secret");
        var error = await Assert.ThrowsAsync<UniqueViolationException>(() => chat.AddChannelAsync("secret"));
        Assert.Equal((SqlStates.UniqueViolation, "channel", "channel_name_idx"), (error.SqlState, error.Table, error.Constraint));
        Assert.Null(error.Detail);
        Assert.False(error.IsTransient);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("SQLSTATE: 23505", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Constraint: channel_name_idx", error.ToString(), StringComparison.Ordinal);
        Assert.IsAssignableFrom<ConstraintViolationException>(error);
    }

    [Fact]
    public async Task Details_are_there_when_asked_for()
    {
        await chat.AddChannelAsync("secret");
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { IncludeSensitiveData = true });
        var error = await Assert.ThrowsAsync<UniqueViolationException>(
            () => Channel.Db.InsertRowAsync(new DatabaseSession(database), new Channel { Name = "secret" }));
        Assert.Contains("secret", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_violations_are_typed()
    {
        var user = await chat.AddUserAsync("x");
        var key = await Assert.ThrowsAsync<ForeignKeyViolationException>(
            () => Message.Db.InsertRowAsync(chat.Session, new Message { ChannelId = -1, AuthorId = user.Id, Text = "" }));
        Assert.Equal("message", key.Table);
        Assert.Equal("channel_name_check", (await Assert.ThrowsAsync<CheckViolationException>(() => chat.AddChannelAsync("forbidden"))).Constraint);
        var missing = await Assert.ThrowsAsync<NotNullViolationException>(
            () => Channel.Db.InsertAsync(chat.Session, [new Channel { Name = "a" }, new Channel { Name = null! }]));
        Assert.Equal("name", missing.Column);
        await chat.ExecuteAsync("""ALTER TABLE "sample" ADD CONSTRAINT "sample_day_excl" EXCLUDE USING btree ("small" WITH =)""");
        try
        {
            await Assert.ThrowsAsync<ExclusionViolationException>(() => Sample.Db.InsertAsync(chat.Session, Samples.Make(50)));
        }
        finally
        {
            await chat.ExecuteAsync("""ALTER TABLE "sample" DROP CONSTRAINT "sample_day_excl" """);
        }
    }

    [Fact]
    public async Task Missing_tables_ask_for_migrations()
    {
        await chat.ExecuteAsync("""ALTER TABLE "profile" RENAME TO "gone" """);
        try
        {
            var error = await Assert.ThrowsAsync<TableNotFoundException>(() => Profile.Db.CountAsync(chat.Session));
            Assert.Contains("migrations", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await chat.ExecuteAsync("""ALTER TABLE "gone" RENAME TO "profile" """);
        }
    }

    [Fact]
    public async Task Locks_that_cannot_be_had_are_typed()
    {
        var channel = await chat.AddChannelAsync("a");
        await using var impatient = new PodDatabase(chat.ConnectionString + ";Options=-c lock_timeout=50");
        await chat.Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.UpdateRowAsync(tx, channel);
            await Assert.ThrowsAsync<LockNotAvailableException>(() => Channel.Db.DeleteRowAsync(new DatabaseSession(impatient), channel));
        });
    }

    [Fact]
    public async Task No_server_and_wrong_names_are_connection_failures()
    {
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none;Username=x");
        Assert.True((await Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.CountAsync(nowhere))).IsTransient);
        await Assert.ThrowsAsync<DatabaseConnectionException>(() => nowhere.Db.TransactionAsync(_ => Task.CompletedTask));
        await using var unknown = new DatabaseSession(chat.ConnectionString + "_unknown");
        var error = await Assert.ThrowsAsync<DatabaseConnectionException>(() => Channel.Db.CountAsync(unknown));
        Assert.Equal(SqlStates.InvalidCatalogName, error.SqlState);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public void Every_exception_of_the_package_has_one_root()
    {
        var exceptions = typeof(PodDatabase).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)));
        Assert.All(exceptions, type => Assert.True(type.IsAssignableTo(typeof(PodDatabaseException)), type.Name));
    }

    [Fact]
    public void Sql_states_are_unique()
    {
        var states = typeof(SqlStates).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.True(states.Count > 250);
        Assert.Equal(states.Count, states.Distinct().Count());
        Assert.All(states, state => Assert.Equal(5, state.Length));
    }

    [Fact]
    public async Task Positions_and_hints_are_told()
    {
        var error = await Assert.ThrowsAsync<PodDatabaseException>(() => chat.Session.Db.QueryAsync($"SELECT nam FROM channel"));
        Assert.Equal((SqlStates.UndefinedColumn, 8, false), (error.SqlState, error.Position, error.IsTransient));
        Assert.Contains("channel.name", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_in_messages_and_hints_are_shown_only_when_asked_for()
    {
        await using var open = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { IncludeSensitiveData = true });
        var shown = await Assert.ThrowsAsync<PodDatabaseException>(() => CastAsync(open));
        Assert.Contains("secret", shown.ToString(), StringComparison.Ordinal);
        var hidden = await Assert.ThrowsAsync<PodDatabaseException>(() => CastAsync(chat.Session));
        Assert.Equal(SqlStates.InvalidTextRepresentation, hidden.SqlState);
        Assert.DoesNotContain("secret", hidden.ToString(), StringComparison.Ordinal);

        static Task CastAsync(DatabaseSession session) => session.Db.QueryAsync($"SELECT {"secret"}::text::integer");
    }

    [Fact]
    public async Task Statements_cancelled_by_somebody_else_are_typed()
    {
        var running = chat.Session.Db.ExecuteAsync($"SELECT pg_sleep(60) /* to be cancelled */");
        await chat.WaitForAsync(
            "SELECT count(pg_cancel_backend(pid)) > 0 FROM pg_stat_activity WHERE query LIKE '%to be cancelled%' AND state = 'active' AND pid <> pg_backend_pid()");
        Assert.Equal(SqlStates.QueryCanceled, (await Assert.ThrowsAsync<QueryCanceledException>(() => running)).SqlState);
    }

    [Fact]
    public async Task Every_condition_that_PostgreSQL_knows_by_name_has_its_code()
    {
        foreach (var field in typeof(SqlStates).GetFields())
        {
            var code = (string)field.GetRawConstantValue()!;
            Assert.Matches("^[0-9A-Z]{5}$", code);
        }

        // What PL/pgSQL raises by name tells the code; the names of the constants are those names.
        string[] names = ["UniqueViolation", "DivisionByZero", "LockNotAvailable", "UndefinedTable", "SerializationFailure", "DeadlockDetected", "QueryCanceled", "AdminShutdown", "TooManyConnections"];
        foreach (var name in names)
        {
            var condition = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
            var error = await Assert.ThrowsAnyAsync<PodDatabaseException>(() => chat.Session.Db.ExecuteScriptUnsafeAsync($"DO $$ BEGIN RAISE {condition}; END $$"));
            Assert.Equal((string)typeof(SqlStates).GetField(name)!.GetRawConstantValue()!, error.SqlState);
        }
    }
}
