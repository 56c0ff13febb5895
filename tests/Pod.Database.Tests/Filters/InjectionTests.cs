using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;
using Pod.Protocol;

namespace Pod.Database.Tests.Filters;

[Collection(DatabaseTests.Name)]
public sealed class InjectionTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    public static TheoryData<string> Attacks => new(
        "'; DROP TABLE \"channel\"; --",
        "\" OR \"\" = \"",
        "x' OR '1'='1",
        "$1",
        "@p0 :name $$",
        "\\'; SELECT pg_sleep(10); --",
        "/* */ UNION SELECT 1 --",
        "%' ESCAPE ''");

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Every_string_stays_a_value(string text)
    {
        var unique = $"{Guid.NewGuid()}{text}";
        var stored = await Channel.Db.InsertRowAsync(chat.Session, new Channel { Name = unique, Topics = [text] });
        Assert.Equal([text], stored.Topics);
        Func<ChannelTable, Filter>[] filters =
        [
            t => t.Name == unique,
            t => t.Name.In(unique),
            t => t.Name.StartsWith(unique),
            t => t.Name.EndsWith(unique),
            t => t.Name.Contains(unique),
            t => t.Name.Like(Like.Escape(unique)),
            t => t.Name.ILike(Like.Escape(unique)),
            t => t.Name != text && t.Name == unique,
            t => t.Name.NotIn(text, null) && t.Name.NotLike(Like.Escape(text)) && t.Name.NotILike(Like.Escape(text)) && t.Name.In([unique, null]),
            t => t.Name >= unique && t.Name <= unique && t.Name.Between(unique, unique),
            t => t.Name.Lower() == unique.ToLowerInvariant() || t.Name.Upper() == unique.ToUpperInvariant() || t.Name.Trim() == unique.Trim(),
            t => Filter.Sql($"{t.Name} = {unique} AND {t.Name} <> {text} AND {t.Name} = ANY({new[] { text, unique }})"),
            t => t.Messages.None(m => m.Text == text || m.Author.Name == text) && t.Messages.Count(m => m.Text.Contains(text)) == 0 && t.Name == unique,
        ];
        foreach (var filter in filters)
        {
            Assert.Equal(stored.Id, Assert.Single(await Channel.Db.FindAsync(chat.Session, filter)).Id);
        }

        Assert.False(await Channel.Db.ExistsAsync(chat.Session, t => t.Name == text));
        Assert.False(await Channel.Db.ExistsAsync(chat.Session, t => Filter.Sql($"{t.Name} = {text}")));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.FindPageAsync(chat.Session, t => t.Name, 1, after: text));
        var behind = await Channel.Db.InsertRowAsync(chat.Session, new Channel { Name = unique + "~" });
        var first = await Channel.Db.FindPageAsync(chat.Session, t => t.Name, 1, where: t => t.Name.StartsWith(unique));
        Assert.Equal(stored.Id, Assert.Single(first.Items).Id);
        var second = await Channel.Db.FindPageAsync(chat.Session, t => t.Name, 1, first.Next, t => t.Name.StartsWith(unique));
        Assert.Equal(behind.Id, Assert.Single(second.Items).Id);
        await Channel.Db.DeleteRowAsync(chat.Session, behind);
        var changed = await Channel.Db.UpdateRowAsync(chat.Session, stored with { Name = unique + text });
        Assert.Equal(unique + text, changed.Name);
        Assert.Single(await Channel.Db.DeleteWhereAsync(chat.Session, t => t.Name == unique + text));
        var many = await Channel.Db.InsertAsync(chat.Session, [new Channel { Name = unique + 1 }, new Channel { Name = unique + 2 }]);
        await Channel.Db.DeleteAsync(chat.Session, many);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Every_written_string_stays_a_value(string text)
    {
        var queue = $"{Guid.NewGuid()}";
        var job = await Job.Db.UpsertRowAsync(chat.Session, new Job { Queue = queue, Name = text, Tags = [text] }, t => [t.Queue, t.Name]);
        Assert.Equal(text, job!.Name);
        Assert.Equal(text, Assert.Single(await Job.Db.UpsertAsync(
            chat.Session, [new Job { Queue = queue, Name = text }], t => [t.Queue, t.Name], updateWhere: t => t.Excluded.Name == text)).Name);
        Assert.Equal(job.Id, (await Job.Db.UpdateByIdAsync(chat.Session, job.Id, t => [t.Secret.Set(text), t.Tags.Set([text])]))!.Id);
        Assert.Equal([text], Assert.Single(await Job.Db.UpdateWhereAsync(
            chat.Session, t => t.Name.Set(text + text), t => t.Queue == queue && t.Secret == text, t => t.Name, limit: 2)).Tags);
        Assert.Equal(1, await Job.Db.BulkInsertAsync(chat.Session, [new Job { Queue = queue, Name = text }]));
        await chat.Session.Db.TransactionAsync(async tx =>
        {
            await tx.SetRuntimeParametersAsync([RuntimeParameters.Custom("app.text", text), RuntimeParameters.SearchPath("public", text)]);
            await Job.Db.LockRowsAsync(tx, t => t.Name == text, LockMode.ForUpdate);
            Assert.Single(await Job.Db.FindAsync(tx, t => t.Name == text && t.Queue == queue, lockMode: LockMode.ForShare));
        });
        Assert.Equal(1, await Job.Db.ExecuteDeleteAsync(chat.Session, t => t.Queue == queue && t.Name == text));
        Assert.Equal(1, await Job.Db.ExecuteDeleteAsync(chat.Session, t => t.Queue == queue && t.Name == text + text));
    }

    [Fact]
    public async Task Names_of_the_table_description_are_quoted()
    {
        await chat.ExecuteAsync(""""CREATE TABLE "odd""name; --" ("id" bigserial PRIMARY KEY, "select ""x""" text NOT NULL, "pair" jsonb, "other" jsonb NOT NULL)"""");
        var repository = new OddRepository(new OddTable());
        var row = await repository.InsertRowAsync(chat.Session, new OddRow { Value = "v", Pair = 7, Other = 8 });
        Assert.Equal((7, 8), (row.Pair, row.Other));
        Assert.True(await repository.ExistsAsync(chat.Session, t => t.Pair != null && t.Other != null));
        Assert.Equal("v", (await repository.FindFirstRowAsync(chat.Session, t => t.Value == "v", t => t.Value))!.Value);
        Assert.True(await repository.DeleteByIdAsync(chat.Session, row.Id));
    }

    public sealed record OddRow : ITableRow<long>
    {
        public long Id { get; set; }

        public required string Value { get; set; }

        public int? Pair { get; set; }

        public int Other { get; set; }
    }

    public sealed class OddTable : Table<OddRow, long>
    {
        public OddTable()
            : base("odd\"name; --", null)
        {
            Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);
            Value = Add(new TextColumn(this, "select \"x\""), static row => row.Value);
            Pair = Add(new JsonColumn<int>(this, "pair", PodJson.Int32, nullable: true), static row => row.Pair);
            Other = Add(new JsonColumn<int>(this, "other", PodJson.Int32), static row => row.Other);
        }

        public override NumberColumn<long> Id { get; }

        public TextColumn Value { get; }

        public JsonColumn<int> Pair { get; }

        public JsonColumn<int> Other { get; }

        public override OddRow ReadRow(RowReader row) => new()
        {
            Id = row.Int64(0),
            Value = row.String(1),
            Pair = row.JsonOrNull(2, PodJson.Int32),
            Other = row.Json(3, PodJson.Int32),
        };
    }

    public sealed class OddInclude : Include<OddRow>;

    public sealed class OddRepository(OddTable table) : Repository<OddRow, long, OddTable, OddInclude>(table);
}
