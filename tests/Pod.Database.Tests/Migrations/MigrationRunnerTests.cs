using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pod.Database.Tests.Support;
using Pod.Schema;

namespace Pod.Database.Tests.Migrations;

[Collection(DatabaseTests.Name)]
public sealed class MigrationRunnerTests(PostgresServer server) : IAsyncLifetime, IDisposable
{
    private const string First = "20260101000000000";
    private const string Second = "20260102000000000-more";
    private const string Third = "20260103000000000";

    private readonly MigrationFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private string _connectionString = "";
    private PodDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _connectionString = await server.CreateDatabaseAsync();
        _database = new PodDatabase(_connectionString);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Missing_migrations_run_in_order_once()
    {
        await SqlAsync("CREATE TABLE keep_me (id int)");
        _folder.Add(First, "CREATE TABLE a (id int); INSERT INTO a VALUES (1);").Add(Second, "ALTER TABLE a ADD COLUMN b int DEFAULT 7;");
        var result = await ApplyAsync();
        Assert.Equal([First, Second], result.Applied);
        Assert.False(result.CreatedFromDefinition);
        Assert.Equal(7, await ScalarAsync<int>("SELECT b FROM a"));

        _folder.Add(Third, "INSERT INTO a VALUES (2, 2);");
        Assert.Equal([Third], (await ApplyAsync()).Applied);
        Assert.Empty((await ApplyAsync()).Applied);
        Assert.Equal(2, await ScalarAsync<long>("SELECT count(*) FROM a"));
        Assert.Equal("chat applied 1 1", await ScalarAsync<string>(
            $"""SELECT concat_ws(' ', "module", "state", "step", (SELECT count(DISTINCT "host") FROM "pod_migrations")) FROM "pod_migrations" WHERE "version" = '{Third}'"""));
        Assert.Equal(MigrationHash.Of("INSERT INTO a VALUES (2, 2);"), await ScalarAsync<string>($"""SELECT "hash" FROM "pod_migrations" WHERE "version" = '{Third}'"""));
    }

    [Fact]
    public async Task An_empty_database_gets_the_newest_definition()
    {
        _folder.Add(First, "SELECT 1/0;").Add(Second, "SELECT 1/0;", "CREATE TABLE a (id int); CREATE INDEX a_idx ON a (id);");
        var result = await ApplyAsync();
        Assert.True(result.CreatedFromDefinition);
        Assert.Equal([First, Second], result.Applied);
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM a"));
        Assert.Empty((await ApplyAsync()).Applied);
    }

    [Fact]
    public async Task An_edited_migration_makes_an_empty_database_replay_all()
    {
        _folder.Add(First, "CREATE TABLE a (id int);").Add(Second, "INSERT INTO a VALUES (5);", "CREATE TABLE a (id int);", isEdited: true);
        Assert.False((await ApplyAsync()).CreatedFromDefinition);
        Assert.Equal(5, await ScalarAsync<int>("SELECT id FROM a"));
    }

    [Fact]
    public async Task A_failure_leaves_nothing_of_its_migration_and_says_where()
    {
        await SqlAsync("CREATE TABLE keep_me (id int)");
        _folder.Add(First, "CREATE TABLE a (id int);").Add(Second, "CREATE TABLE b (id int);\nINSERT INTO a\n  VALUES ('no number');").Add(Third, "CREATE TABLE c (id int);");
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Equal((Second, 1, 3), (error.Version, error.Step, error.Line));
        Assert.Contains("POD3051", error.Message, StringComparison.Ordinal);
        Assert.Contains("migration.sql(3,11): invalid input syntax", error.Message, StringComparison.Ordinal);
        Assert.Equal(SqlStates.InvalidTextRepresentation, error.SqlState);
        Assert.Equal("a keep_me pod_migrations", await TablesAsync());
        Assert.Equal("failed 0", await ScalarAsync<string>($"""SELECT concat_ws(' ', "state", "step") FROM "pod_migrations" WHERE "version" = '{Second}'"""));

        _folder.Add(Second, "CREATE TABLE b (id int);");
        _folder.WriteRegistry(First, Second, Third);
        Assert.Equal([Second, Third], (await ApplyAsync()).Applied);
        Assert.Equal("a b c keep_me pod_migrations", await TablesAsync());
    }

    [Fact]
    public async Task A_failed_definition_leaves_an_empty_database()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int); SELECT 1/0;");
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Contains("definition.sql(1", error.Message, StringComparison.Ordinal);
        Assert.Equal("pod_migrations", await TablesAsync());
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);");
        _folder.WriteRegistry(First);
        Assert.True((await ApplyAsync()).CreatedFromDefinition);
    }

    [Fact]
    public async Task A_failed_step_outside_a_transaction_resumes_there()
    {
        await SqlAsync("CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1)");
        const string Sql =
            """
            -- pod:step 1
            CREATE TABLE once (id int);
            -- pod:step 2 transaction=off
            CREATE UNIQUE INDEX CONCURRENTLY a_idx ON a (id);
            -- pod:step 3
            CREATE TABLE after (id int);
            """;
        _folder.Add(First, Sql);
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Equal((2, 4), (error.Step, error.Line));
        Assert.Equal("failed 1", await ScalarAsync<string>("""SELECT concat_ws(' ', "state", "step") FROM "pod_migrations" """));
        await SqlAsync("DROP INDEX a_idx; DELETE FROM a");
        Assert.Equal([First], (await ApplyAsync()).Applied);
        Assert.Equal("a after once pod_migrations", await TablesAsync());
        Assert.Equal("applied 3", await ScalarAsync<string>("""SELECT concat_ws(' ', "state", "step") FROM "pod_migrations" """));
    }

    [Fact]
    public async Task Only_a_run_with_scripts_costs_the_pool_its_connections()
    {
        var session = new DatabaseSession(_database);
        _folder.Add(First, "CREATE TABLE a (id int);", "CREATE TABLE a (id int);");
        var before = await ProcessAsync();
        await ApplyAsync();
        var after = await ProcessAsync();
        Assert.NotEqual(before, after);

        Assert.Empty((await ApplyAsync()).Applied);
        Assert.Single(await Runner(_time).ReadStatusAsync());
        Assert.Equal(after, await ProcessAsync());
        Assert.Equal(0, await ScalarAsync<long>(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));

        async Task<int> ProcessAsync() => (await session.Db.QueryAsync<int>($"SELECT pg_backend_pid()"))[0];
    }

    [Fact]
    public async Task Function_bodies_and_search_paths_of_scripts_work_and_do_not_stay()
    {
        await SqlAsync("CREATE TABLE keep_me (id int)");
        _folder.Add(First, "CREATE FUNCTION two() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;\nCREATE SCHEMA other;\nSELECT set_config('search_path', 'public, other', false);\nSELECT ':x @y $1' || $$;$$;");
        await ApplyAsync();
        Assert.Equal(2, await ScalarAsync<int>("SELECT two()"));
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("SHOW search_path", connection);
        Assert.Equal("\"$user\", public", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_waiting_statement_gives_up_after_the_lock_timeout()
    {
        await SqlAsync("CREATE TABLE a (id int)");
        _folder.Add(First, "ALTER TABLE a ADD COLUMN b int;");
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE a", connection, transaction);
        await command.ExecuteNonQueryAsync();
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync(new MigrationRunnerOptions { LockTimeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Equal(SqlStates.LockNotAvailable, error.SqlState);
    }

    [Fact]
    public async Task Two_runners_at_once_apply_each_migration_once()
    {
        await SqlAsync("CREATE TABLE counted (id int)");
        for (var i = 10; i < 20; i++)
        {
            _folder.Add($"202601{i}000000000", $"INSERT INTO counted VALUES ({i});\n-- slow enough to meet the other\nSELECT pg_sleep(0.02);");
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Runner(TimeProvider.System).ApplyAsync())));
        Assert.Equal(10, results.Sum(result => result.Applied.Count));
        Assert.Equal(10, await ScalarAsync<long>("SELECT count(*) FROM counted"));
    }

    [Fact]
    public async Task The_wait_for_the_lock_has_an_end_and_names_the_holder()
    {
        _folder.Add(First, "SELECT 1;", "SELECT 1;");
        await using var holder = await MigrationsHeldAsync();
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Contains("POD3050", error.Message, StringComparison.Ordinal);
        Assert.Contains($"process {holder.ProcessID} ", error.Message, StringComparison.Ordinal);
        Assert.InRange(_time.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(62));
    }

    [Fact]
    public async Task Concurrent_index_creation_does_not_wait_for_waiting_runners()
    {
        await SqlAsync("CREATE TABLE a (id int)");
        _folder.Add(First, "-- pod:step 1 transaction=off\nSELECT pg_sleep(0.3);\nCREATE INDEX CONCURRENTLY a_idx ON a (id);");
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Runner(TimeProvider.System).ApplyAsync())));
        Assert.Equal(1, results.Sum(result => result.Applied.Count));
    }

    [Fact]
    public async Task A_killed_run_leaves_whole_migrations_and_the_next_one_goes_on()
    {
        await SqlAsync("CREATE TABLE counted (id int)");
        _folder.Add(First, "INSERT INTO counted VALUES (1);").Add(Second, "INSERT INTO counted VALUES (2);\nSELECT pg_terminate_backend(pg_backend_pid());\nINSERT INTO counted VALUES (3);");
        await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Equal(1, await ScalarAsync<long>("SELECT sum(id) FROM counted"));
        _folder.Add(Second, "INSERT INTO counted VALUES (2);");
        _folder.WriteRegistry(First, Second);
        Assert.Equal([Second], (await ApplyAsync()).Applied);
        Assert.Equal(3, await ScalarAsync<long>("SELECT sum(id) FROM counted"));
    }

    [Fact]
    public async Task Cancelling_leaves_whole_migrations()
    {
        await SqlAsync("CREATE TABLE keep_me (id int)");
        _folder.Add(First, "CREATE TABLE a (id int); SELECT pg_sleep(60);");
        using var source = new CancellationTokenSource();
        var running = Runner(_time).ApplyAsync(cancellationToken: source.Token);
        while (!await ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND state = 'active')"))
        {
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("keep_me pod_migrations", await TablesAsync());
        _folder.Add(First, "CREATE TABLE a (id int);");
        _folder.WriteRegistry(First);
        Assert.Equal([First], (await ApplyAsync()).Applied);
    }

    [Fact]
    public async Task An_older_project_is_refused()
    {
        _folder.Add(First, "SELECT 1;", "SELECT 1;").Add(Second, "SELECT 1;", "SELECT 1;");
        await ApplyAsync();
        Directory.Delete(Path.Combine(_folder.Path, Second), recursive: true);
        _folder.WriteRegistry(First);
        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        Assert.Contains("POD3052", error.Message, StringComparison.Ordinal);
        Assert.Equal(Second, error.Version);
    }

    [Fact]
    public async Task Who_finds_nothing_to_do_does_not_wait_for_the_lock()
    {
        _folder.Add(First, "SELECT 1;", "SELECT 1;");
        await ApplyAsync();
        await using var holder = await MigrationsHeldAsync();
        Assert.Empty((await ApplyAsync()).Applied);

        _folder.Add(Second, "SELECT 1;");
        Assert.Contains("POD3050", (await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_texts_of_applied_migrations_are_told()
    {
        _folder.Add(First, "SELECT 1;", "SELECT 1;");
        await ApplyAsync();
        _folder.Add(First, "SELECT 2;", "SELECT 1;");
        _folder.WriteRegistry(First);
        Assert.Equal([First], (await ApplyAsync()).Changed);
    }

    [Fact]
    public async Task Schemas_do_not_block_each_other()
    {
        await using var holder = await MigrationsHeldAsync();
        await SqlAsync("CREATE SCHEMA tenant");
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);");
        await using var tenant = new PodDatabase(_connectionString + ";Search Path=tenant");
        var result = await new MigrationRunner(tenant, MigrationDirectory.Read(_folder.Path), _time, NullLogger.Instance).ApplyAsync();
        Assert.True(result.CreatedFromDefinition);
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'tenant' AND tablename = 'a'"));
    }

    [Fact]
    public async Task Nothing_to_do_is_success()
    {
        Assert.Empty((await ApplyAsync()).Applied);
        Assert.Empty((await new MigrationRunner(_database, MigrationDirectory.Read(_folder.Path + "-absent"), _time, NullLogger.Instance).ApplyAsync()).Applied);
    }

    [Fact]
    public void Registry_and_folders_have_to_agree()
    {
        _folder.Add(First, "SELECT 1;").Add(Second, "SELECT 1;");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "repair"));
        Assert.Equal([First, Second], MigrationDirectory.Read(_folder.Path).Migrations.Select(migration => migration.Version));
        _folder.WriteRegistry(First);
        Assert.Contains("POD3032", Assert.Throws<MigrationException>(() => MigrationDirectory.Read(_folder.Path)).Message, StringComparison.Ordinal);
        _folder.WriteRegistry(First, Second, Third);
        Assert.Contains(Third, Assert.Throws<MigrationException>(() => MigrationDirectory.Read(_folder.Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, First, "migration.json"), "{ broken");
        Assert.Contains("POD3054", Assert.Throws<MigrationException>(() => MigrationDirectory.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_beside_newer_ones_leaves_the_database_alone_and_is_told()
    {
        _folder.Add(First, "SELECT 1;", "SELECT 1;").Add(Second, "SELECT 1;", "SELECT 1;");
        await ApplyAsync();
        Directory.Delete(Path.Combine(_folder.Path, Second), recursive: true);
        _folder.WriteRegistry(First);
        var result = await ApplyAsync(new MigrationRunnerOptions { AcceptNewer = true });
        Assert.Equal([Second], result.Newer);
        Assert.Equal([(First, false), (Second, true)], (await Runner(_time).ReadStatusAsync()).Select(state => (state.Version, state.IsUnknown)));
    }

    [Fact]
    public async Task A_target_is_the_last_version_that_is_applied()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);").Add(Second, "ALTER TABLE a ADD COLUMN b int;").Add(Third, "SELECT 1/0;");
        var first = await ApplyAsync(new MigrationRunnerOptions { Target = First });
        Assert.True(first.CreatedFromDefinition);
        Assert.Equal([First], first.Applied);
        Assert.Equal([Second], (await ApplyAsync(new MigrationRunnerOptions { Target = Second })).Applied);
        Assert.Equal([true, true, false], (await Runner(_time).ReadStatusAsync()).Select(state => state.IsApplied));
        await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync(new MigrationRunnerOptions { Target = "2027" }));
    }

    [Fact]
    public async Task A_replay_proves_that_migrations_and_definition_lead_to_one_schema()
    {
        var schema = new DatabaseSchema("chat", [Table("a", "id", "b")], []);
        _folder.Add(First, "CREATE TABLE a (id int NOT NULL);").Add(Second, "ALTER TABLE a ADD COLUMN b int DEFAULT 0;", schema: schema);
        Assert.False((await ApplyAsync(new MigrationRunnerOptions { Replay = true })).CreatedFromDefinition);
        var comparison = await _database.CompareSchemaAsync(MigrationDirectory.Read(_folder.Path).Migrations[^1].ReadSchema());
        Assert.Equal("table 'a', column 'b': expected integer NOT NULL with default 0, found integer with default 0", Assert.Single(comparison.Differences).ToString());
    }

    [Fact]
    public async Task A_newest_migration_without_definition_makes_an_empty_database_replay_all()
    {
        _folder.Add(First, "CREATE TABLE a (id int);").Add(Second, "INSERT INTO a VALUES (5);");
        File.Delete(Path.Combine(_folder.Path, Second, "definition.sql"));
        Assert.False((await ApplyAsync()).CreatedFromDefinition);
        Assert.Equal(5, await ScalarAsync<int>("SELECT id FROM a"));
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);").Add(Second, "-- pod:step 1\nSELECT 2;\n-- pod:step 2 transaction=off\nSELECT 3;\nSELECT 4;", "CREATE TABLE a (id int, b int);");
        Assert.Equal(("definition.sql", "CREATE TABLE a (id int, b int)"), Assert.Single((await Runner(_time).PlanAsync()).Select(script => (script.File, script.Statements[0]))));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        var plan = await Runner(_time).PlanAsync();
        Assert.Equal([$"-- {Second}/migration.sql, step 1\nSELECT 2;", $"-- {Second}/migration.sql, step 2, without transaction\nSELECT 3;\nSELECT 4;"], plan.Select(script => script.ToString()));
        Assert.Single(await Runner(_time).ReadStatusAsync(), state => state.IsApplied);
    }

    [Fact]
    public async Task Modules_keep_their_versions_apart()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);");
        await ApplyAsync();
        Assert.Equal([First], (await ApplyAsync(new MigrationRunnerOptions { Module = "other" })).Applied);
        Assert.Equal("chat other", await ScalarAsync<string>("""SELECT string_agg("module", ' ' ORDER BY "module") FROM "pod_migrations" """));
    }

    private static TableSchema Table(string name, params string[] columns) => new(
        name, "A", "chat", columns.Select((column, position) => new ColumnSchema(column, column, "integer", false, position == 0 ? null : "0", "int")).ToValueList(), [], [], []);

    private MigrationRunner Runner(TimeProvider time) => new(_database, MigrationDirectory.Read(_folder.Path), time, NullLogger.Instance);

    private Task<MigrationResult> ApplyAsync(MigrationRunnerOptions? options = null) => Runner(_time).ApplyAsync(options);

    private async Task<NpgsqlConnection> MigrationsHeldAsync()
    {
        var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('pod_migrations ' || current_database() || ' ' || current_schema(), 0))", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<string> TablesAsync()
        => ScalarAsync<string>("SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'");

    private async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
