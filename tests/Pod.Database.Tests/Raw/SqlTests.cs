using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Raw;

[Collection(DatabaseTests.Name)]
public sealed class SqlTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private SessionDatabase Db => chat.Session.Db;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Columns_tables_and_pieces_are_no_parameters()
    {
        var anna = await chat.AddUserAsync("Anna");
        var table = ChatUser.Table;
        using var recorder = new StatementRecorder();
        SqlText condition = $"{table.Name} = {"Anna"}";
        Assert.Equal([anna.Id], await Db.QueryAsync<long>($"SELECT {table.Id} FROM {table} WHERE {condition} AND {table.Name.Lower()} <> {""}"));
        Assert.Equal(["Anna"], await Db.QueryAsync<string>($"SELECT u.{Sql.Column(table.Name)} FROM {table} AS u WHERE u.id = {anna.Id}"));
        Assert.Equal(
            [
                """SELECT "chat_user"."id" FROM "chat_user" WHERE "chat_user"."name" = $1 AND lower("chat_user"."name") <> $2""",
                """SELECT u."name" FROM "chat_user" AS u WHERE u.id = $1""",
            ],
            recorder.Statements);
    }

    [Fact]
    public async Task Pieces_are_joined()
    {
        string[] names = ["a", "b'; --", "c"];
        Assert.Equal(3, await Db.ExecuteAsync($"INSERT INTO chat_user (name) VALUES {Sql.Join(", ", names.Select(name => (SqlText)$"({name})"))}"));
        var ids = await Db.QueryAsync<long>(
            $"SELECT id FROM chat_user WHERE {Sql.Join(" OR ", $"name = {names[1]}", $"name = {names[2]}")} ORDER BY {Sql.Join(", ", Sql.Column(ChatUser.Table.Name))}");
        Assert.Equal([2L, 3L], ids);
        Assert.Empty(await Db.QueryAsync<long>($"SELECT id FROM chat_user WHERE false {Sql.Join(" OR ")}"));
    }

    [Theory]
    [InlineData("; DROP TABLE channel; ")]
    [InlineData(" -- ")]
    [InlineData(" = 1 OR ")]
    [InlineData("'")]
    public void Separators_are_words_and_commas(string separator)
        => Assert.Contains($"'{separator}'", Assert.Throws<ArgumentException>(() => Sql.Join(separator)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Relations_are_refused_because_nothing_joins_them()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Db.QueryAsync($"SELECT {Channel.Table.Owner.Name} FROM channel"));
        Assert.Contains("column 'name' of table 'chat_user'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Write the join", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_many_conditions_work_on_a_table_that_has_its_own_name()
    {
        var user = await chat.AddUserAsync("x");
        var full = await chat.AddChannelAsync("full");
        await chat.AddChannelAsync("empty");
        await chat.AddMessageAsync(full, user, "hello");
        Assert.Equal(["full"], await Db.QueryAsync<string>($"SELECT name FROM channel WHERE {Channel.Table.Messages.Any(m => m.Text == "hello")}"));
    }

    [Fact]
    public async Task Unsafe_text_takes_named_parameters_outside_of_quotes_and_comments()
    {
        var text = """
            SELECT @name || '@name' || $$ @name $$ || "@name" || upper(@name), @count::int /* @name */ + @count -- @name
            FROM (SELECT 'q'::text AS "@name") AS q WHERE '{"a":1}'::jsonb @> '{}' AND array[1]<@array[1, 2]
            """;
        var row = Assert.Single(await Db.QueryAsync<string, int>(Sql.Unsafe(text, ("name", "it's"), ("count", 4))));
        Assert.Equal(("it's@name @name qIT'S", 8), row);
    }

    [Fact]
    public async Task Unsafe_text_takes_numbered_parameters()
    {
        Assert.Equal(
            [("b", 3, "$1")], await Db.QueryAsync<string, int, string>(Sql.Unsafe("SELECT $2::text, $1::int + $1 - 1, '$1' || $tag$$tag$", 2, "b")));
        Assert.Equal([1], await Db.QueryAsync<int>(Sql.Unsafe("SELECT 1")));
    }

    [Fact]
    public async Task Unsafe_text_is_a_piece_like_others()
    {
        await chat.AddUserAsync("Anna");
        Assert.Equal(
            ["Anna"], await Db.QueryAsync<string>($"SELECT name FROM chat_user WHERE id > {0} AND {Sql.Unsafe("name = $1", "Anna")} AND {"Anna"} = name"));
    }

    [Fact]
    public async Task Unsafe_values_have_the_types_of_holes()
    {
        var now = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        object?[] values =
            [true, (short)1, 2, 3L, 1.5f, 2.5, 3.5m, new System.Numerics.BigInteger(7), Guid.AllBitsSet, "x", now, new DateTimeOffset(now), new DateOnly(2026, 1, 2),
            new TimeOnly(3, 4), TimeSpan.FromHours(1), new Uri("https://example.org"), new byte[] { 1 }, new[] { "a" }, new[] { 1 }, new[] { 2L }, new[] { 0.5 }, new[] { Guid.Empty }];
        var columns = string.Join(", ", values.Select((_, i) => $"pg_typeof(${i + 1})::text"));
        var types = (await Db.QueryAsync(Sql.Unsafe($"SELECT {columns}", values[0], values[1..]))).Rows[0];
        Assert.Equal(
            ["boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric", "numeric", "uuid", "text", "timestamp with time zone",
            "timestamp with time zone", "date", "time without time zone", "interval", "text", "bytea", "text[]", "integer[]", "bigint[]", "double precision[]", "uuid[]"],
            values.Select((_, i) => types.Get<string>(i)));
        Assert.Equal([null], await Db.QueryAsync<int?>(Sql.Unsafe("SELECT @gap::int", ("gap", null))));
    }

    [Fact]
    public void Unsafe_mistakes_are_told()
    {
        Assert.Contains("'@b'", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT @a, @b", ("a", 1))).Message, StringComparison.Ordinal);
        Assert.Contains("'@c'", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT @a", ("a", 1), ("c", 1))).Message, StringComparison.Ordinal);
        Assert.Contains("two values", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT @a", ("a", 1), ("@a", 1))).Message, StringComparison.Ordinal);
        Assert.Contains("'$2'", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT $1, $2", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'$1'", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT '$1'", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'System.Object'", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT $1", new object())).Message, StringComparison.Ordinal);
        Assert.Contains("Kind Unspecified", Assert.Throws<ArgumentException>(() => Sql.Unsafe("SELECT $1", new DateTime(2026, 1, 1))).Message, StringComparison.Ordinal);
    }
}
