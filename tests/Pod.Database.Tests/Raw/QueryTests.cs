using System.Numerics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Raw;

[Collection(DatabaseTests.Name)]
public sealed class QueryTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private const string Hostile = "'; DROP TABLE channel; --";

    private SessionDatabase Db => chat.Session.Db;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_are_read_by_position_and_by_name()
    {
        var anna = await chat.AddUserAsync("Anna");
        var bob = await chat.AddUserAsync(Hostile);
        var result = await Db.QueryAsync($"SELECT id, name, NULL::int AS nothing, id AS id FROM chat_user WHERE name IN ({"Anna"}, {Hostile}) ORDER BY id");
        Assert.Equal(["id", "name", "nothing", "id"], result.ColumnNames);
        Assert.Equal([anna.Id, bob.Id], result.Rows.Select(row => row.Get<long>(0)));
        Assert.Equal(["Anna", Hostile], result.Rows.Select(row => row.Get<string>("name")));
        Assert.Equal((object)anna.Id, result.Rows[0]["id"]);
        Assert.Null(result.Rows[0][2]);
        Assert.Null(result.Rows[0].Get<int?>("nothing"));
        Assert.Equal(0, result.AffectedRows);
        Assert.Contains("'nothing' is null", Assert.Throws<InvalidOperationException>(() => result.Rows[0].Get<int>("nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("'Int64', not a 'Int32'", Assert.Throws<InvalidOperationException>(() => result.Rows[0].Get<int>("id")).Message, StringComparison.Ordinal);
        Assert.Contains("id, name, nothing", Assert.Throws<ArgumentException>(() => result.Rows[0]["Name"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_tell_their_rows_and_how_many_they_were()
    {
        var inserted = await Db.QueryAsync($"INSERT INTO chat_user (name) VALUES ({"a"}), ({"b"}) RETURNING id, name");
        Assert.Equal((2L, 2), (inserted.AffectedRows, inserted.Rows.Count));
        Assert.Equal(2, await Db.ExecuteAsync($"UPDATE chat_user SET name = name || {"!"}"));
        Assert.Equal(1, await Db.ExecuteAsync($"INSERT INTO chat_user (name) VALUES ({"c"}) RETURNING id"));
        Assert.Equal(0, await Db.ExecuteAsync($"DELETE FROM chat_user WHERE name = {"a"}"));
        Assert.Equal(0, await Db.ExecuteAsync($"SELECT id FROM chat_user"));
        Assert.Equal(["a!", "b!", "c"], await Db.QueryAsync<string>($"SELECT name FROM chat_user ORDER BY id"));
        var nothing = await Db.QueryAsync($"UPDATE chat_user SET name = name");
        Assert.Equal((3L, 0, 0), (nothing.AffectedRows, nothing.Rows.Count, nothing.ColumnNames.Count));
    }

    [Fact]
    public async Task Every_type_of_a_hole_comes_back_as_it_went()
    {
        var instant = new DateTime(2026, 3, 1, 12, 30, 0, 123, DateTimeKind.Utc);
        await Same(true, sql => Db.QueryAsync<bool>(sql), $"SELECT {true}");
        await Same((short)-3, sql => Db.QueryAsync<short>(sql), $"SELECT {(short)-3}");
        await Same(int.MinValue, sql => Db.QueryAsync<int>(sql), $"SELECT {int.MinValue}");
        await Same(long.MaxValue, sql => Db.QueryAsync<long>(sql), $"SELECT {long.MaxValue}");
        await Same(1.5f, sql => Db.QueryAsync<float>(sql), $"SELECT {1.5f}");
        await Same(Math.PI, sql => Db.QueryAsync<double>(sql), $"SELECT {Math.PI}");
        await Same(12.50m, sql => Db.QueryAsync<decimal>(sql), $"SELECT {12.50m}");
        await Same(BigInteger.Pow(10, 30), sql => Db.QueryAsync<BigInteger>(sql), $"SELECT {BigInteger.Pow(10, 30)}");
        await Same(Guid.AllBitsSet, sql => Db.QueryAsync<Guid>(sql), $"SELECT {Guid.AllBitsSet}");
        await Same(instant, sql => Db.QueryAsync<DateTime>(sql), $"SELECT {instant}");
        await Same(new DateTimeOffset(instant), sql => Db.QueryAsync<DateTimeOffset>(sql), $"SELECT {new DateTimeOffset(instant).ToOffset(TimeSpan.FromHours(2))}");
        await Same(DateOnly.FromDateTime(instant), sql => Db.QueryAsync<DateOnly>(sql), $"SELECT {DateOnly.FromDateTime(instant)}");
        await Same(TimeOnly.FromDateTime(instant), sql => Db.QueryAsync<TimeOnly>(sql), $"SELECT {TimeOnly.FromDateTime(instant)}");
        await Same(TimeSpan.FromHours(30), sql => Db.QueryAsync<TimeSpan>(sql), $"SELECT {TimeSpan.FromHours(30)}");
        await Same(Hostile, sql => Db.QueryAsync<string>(sql), $"SELECT {Hostile}");
        await Same(new Uri("https://example.org/a b"), sql => Db.QueryAsync<Uri>(sql), $"SELECT {new Uri("https://example.org/a b")}");
        await Same(null, sql => Db.QueryAsync<int?>(sql), $"SELECT {(int?)null}");
        await Same(null, sql => Db.QueryAsync<string?>(sql), $"SELECT {(string?)null}");
        Assert.Equal([1, 0, 255], Assert.Single(await Db.QueryAsync<byte[]>($"SELECT {new byte[] { 1, 0, 255 }}")));
        var numbers = Assert.Single(await Db.QueryAsync<long[]>($"SELECT {new List<long> { 3, 1 }}"));
        Assert.Equal([3L, 1L], numbers);
        Assert.Equal([Hostile, ""], Assert.Single(await Db.QueryAsync<string[]>($"SELECT {new[] { Hostile, "" }}")));
    }

    [Fact]
    public async Task Several_columns_become_tuples()
    {
        var user = await chat.AddUserAsync("Anna");
        List<(long Id, string Name)> pairs = await Db.QueryAsync<long, string>($"SELECT id, name FROM chat_user");
        Assert.Equal([(user.Id, "Anna")], pairs);
        Assert.Equal((1, "b", true), Assert.Single(await Db.QueryAsync<int, string, bool>($"SELECT 1, 'b', true")));
        Assert.Equal((1, 2, 3, 4L), Assert.Single(await Db.QueryAsync<int, int, int, long>($"SELECT 1, 2, 3, 4::bigint")));
        Assert.Equal((1, 2, 3, 4, (int?)null), Assert.Single(await Db.QueryAsync<int, int, int, int, int?>($"SELECT 1, 2, 3, 4, NULL::int")));
        Assert.Equal((1, 2, 3, 4, 5, "f"), Assert.Single(await Db.QueryAsync<int, int, int, int, int, string>($"SELECT 1, 2, 3, 4, 5, 'f'")));
        Assert.Empty(await Db.QueryAsync<int, int>($"SELECT 1, 2 WHERE false"));
    }

    [Fact]
    public async Task What_does_not_fit_is_told_in_terms_of_the_query()
    {
        await Refused("gives 2 columns, but 1 is read", () => Db.QueryAsync<int>($"SELECT 1, 2"));
        await Refused("gives 1 columns, but 2 are read", () => Db.QueryAsync<int, int>($"SELECT 1"));
        await Refused("Column 'word' of type 'text' cannot be read as 'Int32'", () => Db.QueryAsync<int>($"SELECT 'x'::text AS word"));
        await Refused("Column 'gap' is null in a row. Read it as 'Int32?'", () => Db.QueryAsync<int>($"SELECT NULL::int AS gap"));
        Assert.Contains("QueryAsync(Ticket.Table", (await Assert.ThrowsAsync<ArgumentException>(() => Db.QueryAsync<Channel>($"SELECT 1"))).Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await Db.QueryAsync<int>($"SELECT 1")));
    }

    [Fact]
    public async Task Models_are_read_by_the_names_of_their_columns()
    {
        var owner = await chat.AddUserAsync("Anna");
        var channel = await Channel.Db.InsertRowAsync(
            chat.Session, new Channel { Name = "news", Kind = ChannelKind.Archived, Topics = ["a", "b"], OwnerId = owner.Id });
        var read = Assert.Single(await Db.QueryAsync(
            Channel.Table, $"""SELECT 7 AS extra, c.topics, c."ownerId", c."createdAt", c.kind, u.name AS owner, c.name, c.id FROM channel c JOIN chat_user u ON u.id = c."ownerId" """));
        Assert.Equal(
            (channel.Id, "news", ChannelKind.Archived, owner.Id, channel.CreatedAt), (read.Id, read.Name, read.Kind, read.OwnerId, read.CreatedAt));
        Assert.Equal(["a", "b"], read.Topics);
        var updated = await Db.QueryAsync(Channel.Table, $"UPDATE channel SET name = {"old"} RETURNING *");
        Assert.Equal("old", Assert.Single(updated).Name);
        await Refused("does not give column 'topics'", () => Db.QueryAsync(Channel.Table, $"""SELECT id, name, kind, "createdAt", "ownerId" FROM channel"""));
    }

    [Fact]
    public async Task Transactions_run_them_too()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => chat.Session.Db.TransactionAsync(async tx =>
        {
            await tx.Db.ExecuteAsync($"INSERT INTO chat_user (name) VALUES ({"ghost"})");
            Assert.Equal(["ghost"], await tx.Db.QueryAsync<string>($"SELECT name FROM chat_user"));
            Assert.Equal(0, await ChatUser.Db.CountAsync(chat.Session));
            throw new InvalidDataException();
        }));
        Assert.Equal(0, await ChatUser.Db.CountAsync(chat.Session));
    }

    [Fact]
    public async Task Errors_are_typed_and_tell_the_position()
    {
        await chat.AddChannelAsync("a");
        var double1 = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.ExecuteAsync($"INSERT INTO channel (name, kind) VALUES ({"a"}, 'open')"));
        Assert.Equal("channel_name_idx", double1.Constraint);
        var syntax = await Assert.ThrowsAsync<PodDatabaseException>(() => Db.ExecuteAsync($"SELECT nme FROM channel"));
        Assert.Equal((SqlStates.UndefinedColumn, 8), (syntax.SqlState, syntax.Position));
        Assert.Contains("migrations", (await Assert.ThrowsAsync<TableNotFoundException>(() => Db.QueryAsync($"SELECT * FROM nowhere"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_depends_on_the_shape_only()
    {
        await using var database = new PodDatabase(chat.ConnectionString);
        var db = new DatabaseSession(database).Db;
        for (var i = 0; i < 5; i++)
        {
            await db.QueryAsync<long>($"SELECT id FROM chat_user WHERE id = {i} AND name = {i.ToString(System.Globalization.CultureInfo.InvariantCulture)} AND id = ANY({Enumerable.Range(0, i)})");
        }

        Assert.Equal(1, database.Plans.Count);
    }

    [Fact]
    public async Task Settings_do_not_stay_with_pooled_connections()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        var db = new DatabaseSession(database).Db;
        await db.ExecuteAsync($"  /* why */ set work_mem = '123kB'");
        Assert.NotEqual(["123kB"], await db.QueryAsync<string>($"SHOW work_mem"));
        await db.TransactionAsync(tx => tx.Db.ExecuteAsync($"SET work_mem = '123kB'"));
        Assert.NotEqual(["123kB"], await db.QueryAsync<string>($"SHOW work_mem"));
        await db.ExecuteScriptUnsafeAsync("SELECT 1; SET work_mem = '123kB'");
        Assert.NotEqual(["123kB"], await db.QueryAsync<string>($"SHOW work_mem"));
    }

    [Fact]
    public async Task Plain_statements_keep_the_connection()
    {
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { MaxPoolSize = 1 });
        var db = new DatabaseSession(database).Db;
        var first = await db.QueryAsync<int>($"SELECT pg_backend_pid()");
        await db.ExecuteAsync($"DELETE FROM chat_user");
        Assert.Equal(first, await db.QueryAsync<int>($"SELECT pg_backend_pid()"));
    }

    [Fact]
    public async Task Scripts_run_wholly_or_not_at_all()
    {
        await Db.ExecuteScriptUnsafeAsync("""
            CREATE TABLE script (id int, note text DEFAULT ';');
            INSERT INTO script VALUES (1, 'a;b'), (2, $$c;d$$); -- ; '
            UPDATE script SET id = id + 10;
            """);
        Assert.Equal([(11, "a;b"), (12, "c;d")], await Db.QueryAsync<int, string>($"SELECT id, note FROM script ORDER BY id"));
        await Assert.ThrowsAsync<PodDatabaseException>(() => Db.ExecuteScriptUnsafeAsync("DELETE FROM script; SELECT 1/0; DELETE FROM script"));
        Assert.Equal([2L], await Db.QueryAsync<long>($"SELECT count(*) FROM script"));
        await Db.ExecuteScriptUnsafeAsync("DROP TABLE script");
    }

    [Fact]
    public async Task The_connection_is_tested_and_the_pool_can_be_had()
    {
        await Db.TestConnectionAsync();
        await chat.Session.Db.TransactionAsync(tx => tx.Db.TestConnectionAsync());
        await using var nowhere = new DatabaseSession("Host=/nowhere;Database=none;Username=x");
        await Assert.ThrowsAsync<DatabaseConnectionException>(() => nowhere.Db.TestConnectionAsync());
        await using var connection = await Db.DataSource.OpenConnectionAsync();
        Assert.Equal(chat.Database.Name, connection.Database);
    }

    private static async Task Same<T>(T value, Func<SqlText, Task<List<T>>> query, SqlText sql) => Assert.Equal([value], await query(sql));

    private static async Task Refused(string because, Func<Task> query)
        => Assert.Contains(because, (await Assert.ThrowsAsync<InvalidOperationException>(query)).Message, StringComparison.Ordinal);
}
