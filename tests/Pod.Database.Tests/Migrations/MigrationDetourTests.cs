using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pod.Database.Tests.Support;
using Pod.Schema;

namespace Pod.Database.Tests.Migrations;

/// <summary>Ways to a schema that are no plain migration: rebased ones, rollbacks, repairs.</summary>
[Collection(DatabaseTests.Name)]
public sealed class MigrationDetourTests(PostgresServer server) : IAsyncLifetime, IDisposable
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
    public async Task A_database_with_the_replaced_versions_is_brought_forward_without_running()
    {
        var schema = new DatabaseSchema("chat", [Table("a", "id", "b", "c")], []);
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);").Add(Second, "ALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0;");
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await ApplyAsync();
        Directory.Delete(Path.Combine(_folder.Path, Second), recursive: true);
        _folder.Add(Third, "ALTER TABLE a ADD COLUMN c int NOT NULL DEFAULT 0;").Add("20260104000000000", "SELECT 1/0;", schema: schema, members: $", \"replaces\": [\"{Second}\"]");
        _folder.WriteRegistry(First, Third, "20260104000000000");

        Assert.Equal([Third, "20260104000000000"], (await ApplyAsync()).Applied);
        Assert.Equal($"{First} {Third} 20260104000000000", await ScalarAsync<string>("""SELECT string_agg("version", ' ' ORDER BY "version") FROM "pod_migrations" WHERE "state" = 'applied'"""));
        Assert.Empty((await ApplyAsync()).Applied);
    }

    [Fact]
    public async Task A_database_that_is_not_what_a_replacing_migration_leads_to_is_refused()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);");
        await ApplyAsync();
        Directory.Delete(Path.Combine(_folder.Path, First), recursive: true);
        _folder.Add(Second, "SELECT 1/0;", schema: new DatabaseSchema("chat", [Table("a", "id", "b")], []), members: $", \"replaces\": [\"{First}\"]");
        _folder.WriteRegistry(Second);

        var error = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());

        Assert.Contains("POD3055", error.Message, StringComparison.Ordinal);
        Assert.Contains("column 'b': expected integer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_migrations_with_one_parent_are_refused()
    {
        _folder.Add(First, "SELECT 1;").Add(Second, "SELECT 1;", members: Parent(First)).Add(Third, "SELECT 1;", members: Parent(First));
        Assert.Contains("POD3030", Assert.Throws<MigrationException>(() => MigrationDirectory.Read(_folder.Path)).Message, StringComparison.Ordinal);
        _folder.Add(Third, "SELECT 1;", members: Parent("20251231000000000")).WriteRegistry(First, Second, Third);
        Assert.Contains("POD3031", Assert.Throws<MigrationException>(() => MigrationDirectory.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_runs_the_scripts_newest_first_and_forgets_the_versions()
    {
        var schema = new DatabaseSchema("chat", [Table("a", "id")], []);
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);", schema: schema)
            .Add(Second, "ALTER TABLE a ADD COLUMN b int;", rollback: "-- pod:loses a.b\nALTER TABLE a DROP COLUMN b;")
            .Add(Third, "ALTER TABLE a RENAME COLUMN b TO c;", rollback: "ALTER TABLE a RENAME COLUMN c TO b;");
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await ApplyAsync();

        var result = await Runner(_time).RollbackAsync(First);

        Assert.Equal([Third, Second], result.RolledBack);
        Assert.True(result.Comparison.IsMatch, result.Comparison.Describe(DifferenceWeight.Ignored));
        Assert.Equal([Second, Third], (await ApplyAsync()).Applied);
    }

    [Fact]
    public async Task A_rollback_that_deletes_values_wants_consent()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);", schema: new DatabaseSchema("chat", [Table("a", "id")], []))
            .Add(Second, "CREATE TABLE b (v int); ALTER TABLE a ADD COLUMN c int;", rollback: "-- pod:loses b\nDROP TABLE b;\n-- pod:loses a.c\nALTER TABLE a DROP COLUMN c;");
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await ApplyAsync();
        await SqlAsync("INSERT INTO b VALUES (1), (NULL); INSERT INTO a VALUES (1, 1), (2, NULL)");

        var error = await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(First));

        Assert.True(error.IsRefusal);
        Assert.Contains("2 rows of table 'b'", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 rows of column 'a.c'", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await ScalarAsync<long>("SELECT count(*) FROM b"));
        Assert.Equal([Second], (await Runner(_time).RollbackAsync(First, new MigrationRunnerOptions { Force = true })).RolledBack);
    }

    [Fact]
    public async Task What_comes_back_without_its_values_wants_consent_too()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int, b int);", schema: new DatabaseSchema("chat", [Table("a", "id", "b")], []))
            .Add(Second, "ALTER TABLE a DROP COLUMN b;", rollback: "-- pod:empty a.b\nALTER TABLE a ADD COLUMN b int NOT NULL DEFAULT 0;");
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await ApplyAsync();

        var error = await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(First));

        Assert.True(error.IsRefusal);
        Assert.Contains("column 'a.b' comes back without its former values", error.Message, StringComparison.Ordinal);
        Assert.Equal([Second], (await Runner(_time).RollbackAsync(First, new MigrationRunnerOptions { Force = true })).RolledBack);
    }

    [Fact]
    public async Task A_rollback_that_stopped_half_way_goes_on_where_it_stopped_and_nothing_is_applied_before()
    {
        const string Rollback = "-- pod:step 1\nALTER TABLE a DROP COLUMN b;\n-- pod:step 2\nDROP TABLE c;";
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int);", schema: new DatabaseSchema("chat", [Table("a", "id")], []))
            .Add(Second, "ALTER TABLE a ADD COLUMN b int; CREATE TABLE c (v int);", rollback: Rollback);
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await ApplyAsync();
        await SqlAsync("CREATE VIEW d AS SELECT v FROM c");

        await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(First));
        var apply = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync());
        await SqlAsync("DROP VIEW d");
        var result = await Runner(_time).RollbackAsync(First);

        Assert.Contains($"POD3062: a rollback of migration {Second} stopped behind its step 1", apply.Message, StringComparison.Ordinal);
        Assert.Equal([Second], result.RolledBack);
        Assert.Equal([Second], (await ApplyAsync()).Applied);
    }

    [Fact]
    public async Task An_edited_migration_without_an_edited_rollback_is_not_taken_back()
    {
        const string Rollback = "ALTER TABLE a DROP COLUMN b;";
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);", schema: new DatabaseSchema("chat", [Table("a", "id")], []))
            .Add(Second, "ALTER TABLE a ADD COLUMN b int;", isEdited: true, rollback: Rollback, members: $", \"rollbackHash\": \"{MigrationHash.Of(Rollback)}\"")
            .Add(Third, "SELECT 1;");
        await SqlAsync("CREATE TABLE a (id int NOT NULL)");
        File.WriteAllText(Path.Combine(_folder.Path, First, "migration.sql"), "SELECT 1;");
        await ApplyAsync();

        var missing = await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(First));
        var edited = await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(Second));
        Assert.Contains($"POD3062: migration {Third} has no rollback.sql", missing.Message, StringComparison.Ordinal);
        Assert.Equal(missing.Message, edited.Message);
        File.WriteAllText(Path.Combine(_folder.Path, Third, "rollback.sql"), "SELECT 1;");
        Assert.Contains("POD3062: the migration.sql of " + Second, (await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).RollbackAsync(First))).Message, StringComparison.Ordinal);
        Assert.Equal([Third, Second], (await Runner(_time).RollbackAsync(First, new MigrationRunnerOptions { Force = true })).RolledBack);
    }

    [Fact]
    public async Task A_repair_runs_once_before_pending_migrations_and_sets_the_versions()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL, b int);").Add(Second, "ALTER TABLE a ADD COLUMN c int;");
        await ApplyAsync(new MigrationRunnerOptions { Target = First });
        await SqlAsync("ALTER TABLE a DROP COLUMN b");
        await WriteRepairAsync("20260201000000000-b", First, "ALTER TABLE a ADD COLUMN b int;");
        var options = new MigrationRunnerOptions { ApplyRepair = true };

        var result = await ApplyAsync(options);

        Assert.Equal("20260201000000000-b", result.Repaired);
        Assert.Equal([Second], result.Applied);
        Assert.Null((await ApplyAsync(options)).Repaired);
        Assert.Equal([First, Second], (await Runner(_time).ReadStatusAsync()).Select(state => state.Version));
        Assert.Equal(1, await ScalarAsync<long>("""SELECT count(*) FROM "pod_migrations" WHERE "version" = 'repair/20260201000000000-b'"""));
    }

    [Fact]
    public async Task A_repair_to_an_older_version_forgets_the_newer_ones()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);").Add(Second, "ALTER TABLE a ADD COLUMN c int;");
        await SqlAsync("CREATE TABLE a (id int NOT NULL)");
        await ApplyAsync();
        await WriteRepairAsync("20260201000000000", First, "ALTER TABLE a DROP COLUMN c;");

        Assert.True(await Runner(_time).ApplyRepairAsync(MigrationDirectory.Read(_folder.Path).ReadRepairs()[0]));

        Assert.Equal([true, false], (await Runner(_time).ReadStatusAsync()).Select(state => state.IsApplied));
    }

    [Fact]
    public async Task A_repair_for_another_state_or_target_is_refused()
    {
        _folder.Add(First, "SELECT 1;", "CREATE TABLE a (id int NOT NULL);");
        await ApplyAsync();
        await WriteRepairAsync("20260201000000000", First, "DROP TABLE a;");
        await WriteRepairAsync("20260202000000000", Third, "DROP TABLE a;");
        await SqlAsync("ALTER TABLE a ADD COLUMN b int");
        var repairs = MigrationDirectory.Read(_folder.Path).ReadRepairs();
        Assert.Contains("POD3061", (await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).ApplyRepairAsync(repairs[0]))).Message, StringComparison.Ordinal);
        Assert.Contains("POD3060", (await Assert.ThrowsAsync<MigrationException>(() => Runner(_time).ApplyRepairAsync(repairs[1]))).Message, StringComparison.Ordinal);
    }

    private static string Parent(string version) => $", \"parent\": {{ \"version\": \"{version}\" }}";

    private static TableSchema Table(string name, params string[] columns) => new(
        name, "A", "chat", columns.Select((column, position) => new ColumnSchema(column, column, "integer", false, position == 0 ? null : "0", "int")).ToValueList(), [], [], []);

    private async Task WriteRepairAsync(string name, string target, string sql)
    {
        var fingerprint = (await _database.CompareSchemaAsync(DatabaseSchema.Empty("chat"))).Fingerprint;
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "repair")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".sql"), RepairFile.Header(target, fingerprint) + sql);
    }

    private MigrationRunner Runner(TimeProvider time) => new(_database, MigrationDirectory.Read(_folder.Path), time, NullLogger.Instance);

    private Task<MigrationResult> ApplyAsync(MigrationRunnerOptions? options = null) => Runner(_time).ApplyAsync(options);

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
