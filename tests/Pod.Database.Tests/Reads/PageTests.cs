using System.Buffers.Text;
using System.Text;
using Npgsql;
using Pod.Database.Tests.Filters;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Reads;

[Collection(DatabaseTests.Name)]
public sealed class PageTests(FilterTests.Rows rows) : IClassFixture<FilterTests.Rows>
{
    public static TheoryData<string, Func<SampleTable, OrderBy>, Func<IEnumerable<Sample>, IOrderedEnumerable<Sample>>> Orders => new()
    {
        { "none", _ => [], all => all.OrderBy(row => row.Id) },
        { "id", t => t.Id.Desc(), all => all.OrderByDescending(row => row.Id) },
        { "one", t => t.Whole, all => all.OrderBy(row => row.Whole).ThenBy(row => row.Id) },
        { "descending", t => [t.Whole.Desc(), t.At.Desc()], all => all.OrderByDescending(row => row.Whole).ThenByDescending(row => row.At).ThenByDescending(row => row.Id) },
        { "mixed", t => [t.Whole.Desc(), t.At], all => all.OrderByDescending(row => row.Whole).ThenBy(row => row.At).ThenBy(row => row.Id) },
        { "nulls last", t => t.MaybeWhole, all => all.OrderBy(row => row.MaybeWhole is null).ThenBy(row => row.MaybeWhole).ThenBy(row => row.Id) },
        {
            "nulls first", t => [t.MaybeWhole.Desc(), t.Flag],
            all => all.OrderBy(row => row.MaybeWhole is not null).ThenByDescending(row => row.MaybeWhole).ThenBy(row => row.Flag).ThenBy(row => row.Id)
        },
        {
            "nulls turned", t => [t.MaybeWhole.Desc().NullsLast(), t.MaybeSmall.Asc().NullsFirst(), t.Id.Desc()],
            all => all.OrderBy(row => row.MaybeWhole is null).ThenByDescending(row => row.MaybeWhole)
                .ThenBy(row => row.MaybeSmall is not null).ThenBy(row => row.MaybeSmall).ThenByDescending(row => row.Id)
        },
        { "booleans", t => [t.Flag, t.MaybeFlag.Desc()], all => all.OrderBy(row => row.Flag).ThenByDescending(row => row.MaybeFlag ?? true).ThenBy(row => row.MaybeFlag is not null).ThenByDescending(row => row.Id) },
        { "guids", t => [t.MaybeSpan, t.Key], all => all.OrderBy(row => row.MaybeSpan is null).ThenBy(row => row.MaybeSpan).ThenBy(row => row.Key).ThenBy(row => row.Id) },
        { "numbers", t => [t.Real.Desc(), t.Precise, t.Money.Desc(), t.Huge], all => all.OrderByDescending(row => row.Real).ThenBy(row => row.Id) },
        { "times", t => [t.Day, t.Clock, t.Moment], all => all.OrderBy(row => row.Day).ThenBy(row => row.Clock).ThenBy(row => row.Moment).ThenBy(row => row.Id) },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_together_are_the_whole(
        string name, Func<SampleTable, OrderBy> orderBy, Func<IEnumerable<Sample>, IOrderedEnumerable<Sample>> expected)
    {
        Assert.NotEmpty(name);
        foreach (var limit in (int[])[1, 7, 50, 199, 200, 1000])
        {
            var pages = await AllAsync(orderBy, limit);
            Assert.Equal(expected(rows.Stored).Select(row => row.Id), pages.SelectMany(page => page.Items).Select(row => row.Id));
            Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Items.Count));
            Assert.All(pages.SkipLast(1), page => Assert.True(page.HasMore));
            Assert.False(pages[^1].HasMore);
            Assert.Equal((rows.Stored.Count + limit - 1) / limit, pages.Count);
        }
    }

    [Fact]
    public async Task Text_keys_of_any_content_go_on_where_the_page_ended()
    {
        var whole = await Sample.Db.FindAsync(rows.Session, orderBy: t => [t.MaybeText, t.Text, t.Data, t.Link, t.Kind, t.Level, t.Id]);
        var pages = await AllAsync(t => [t.MaybeText, t.Text, t.Data, t.Link, t.Kind, t.Level], 9);
        Assert.Equal(whole.Select(row => row.Id), pages.SelectMany(page => page.Items).Select(row => row.Id));
    }

    [Fact]
    public async Task A_condition_holds_on_every_page()
    {
        var pages = await AllAsync(t => t.Whole.Desc(), 6, t => t.Flag && t.MaybeWhole != null);
        Assert.Equal(
            rows.Stored.Where(row => row.Flag && row.MaybeWhole is not null).OrderByDescending(row => row.Whole).ThenByDescending(row => row.Id).Select(row => row.Id),
            pages.SelectMany(page => page.Items).Select(row => row.Id));
        var none = Assert.Single(await AllAsync(t => t.Whole, 5, t => t.Whole > 1000));
        Assert.Empty(none.Items);
        Assert.Null(none.Next);
    }

    [Fact]
    public async Task Rows_that_come_or_go_between_pages_move_nothing_else()
    {
        var first = await Sample.Db.FindPageAsync(rows.Session, t => t.Whole, 20);
        var early = await Sample.Db.InsertRowAsync(rows.Session, rows.Stored[0] with { Id = 0, Whole = -100 });
        var second = await Sample.Db.FindPageAsync(rows.Session, t => t.Whole, 20, first.Next);
        Assert.Equal(
            rows.Stored.OrderBy(row => row.Whole).ThenBy(row => row.Id).Skip(20).Take(20).Select(row => row.Id), second.Items.Select(row => row.Id));
        await Sample.Db.DeleteRowAsync(rows.Session, early);
        var again = await Sample.Db.FindPageAsync(rows.Session, t => t.Whole, 20, first.Next);
        Assert.Equal(second.Next, again.Next);
    }

    [Fact]
    public async Task Cursors_are_safe_in_urls_and_refused_when_they_do_not_fit()
    {
        var next = (await Sample.Db.FindPageAsync(rows.Session, t => [t.Text, t.Whole.Desc()], 3)).Next!;
        Assert.Matches("^[A-Za-z0-9_-]+$", next);
        Assert.NotEmpty((await Sample.Db.FindPageAsync(rows.Session, t => [t.Text, t.Whole.Desc()], 3, next)).Items);
        Func<SampleTable, OrderBy>[] others = [t => t.Text, t => [t.Text, t.Whole], t => [t.Text, t.Big.Desc()], t => [t.Text, t.Whole.Desc().NullsLast()]];
        foreach (var other in others)
        {
            await RefusedAsync(() => Sample.Db.FindPageAsync(rows.Session, other, 3, next));
        }

        await RefusedAsync(() => Channel.Db.FindPageAsync(rows.Session, t => t.Name, 3, next));
        for (var i = 0; i < next.Length; i++)
        {
            var damaged = string.Concat(next.AsSpan(0, i), next[i] == 'A' ? "B" : "A", next.AsSpan(i + 1));
            // The last character may hold bits that belong to no byte.
            if (!Base64Url.IsValid(damaged) || !Base64Url.DecodeFromChars(damaged).SequenceEqual(Base64Url.DecodeFromChars(next)))
            {
                await RefusedAsync(() => Sample.Db.FindPageAsync(rows.Session, t => [t.Text, t.Whole.Desc()], 3, damaged));
            }
        }

        string[] garbage = ["", " ", "=", "äöü", "'; DROP TABLE sample; --", "0", next + "A", next[..^4], Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""["a","1","1"]"""))];
        foreach (var text in garbage)
        {
            await RefusedAsync(() => Sample.Db.FindPageAsync(rows.Session, t => [t.Text, t.Whole.Desc()], 3, text));
        }
    }

    [Fact]
    public async Task Computed_keys_and_bad_limits_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindPageAsync(rows.Session, t => t.Whole + 1, 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindPageAsync(rows.Session, t => t.Text.Lower(), 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindPageAsync(rows.Session, t => t.Whole > 3, 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindPageAsync(rows.Session, t => OrderBy.Random(), 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Channel.Db.FindPageAsync(rows.Session, t => t.Messages.Count(), 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindPageAsync(rows.Session, t => Channel.Table.Name, 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Sample.Db.FindPageAsync(rows.Session, t => t.Whole, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_index_that_fits_leads_straight_to_the_page(bool descending)
    {
        await using var connection = new NpgsqlConnection(rows.ConnectionString);
        await connection.OpenAsync();
        await using (var setup = new NpgsqlCommand(
            """
            CREATE INDEX IF NOT EXISTS sample_big_at ON sample (big, "at", id);
            TRUNCATE chat_user, profile, message, channel CASCADE;
            """, connection))
        {
            await setup.ExecuteNonQueryAsync();
        }

        Func<SampleTable, OrderBy> orderBy = descending ? t => [t.Big.Desc(), t.At.Desc()] : t => [t.Big, t.At];
        string statement;
        var first = await Sample.Db.FindPageAsync(rows.Session, orderBy, 10);
        using (var recorder = new StatementRecorder())
        {
            await Sample.Db.FindPageAsync(rows.Session, orderBy, 10, first.Next);
            statement = Assert.Single(recorder.Statements, text => text.Contains("\"sample\""));
        }

        // Literals of unknown type, as the parameters are. Few rows make a sequential scan cheaper; whether the index can serve is the question.
        statement = statement.Replace("$1", "'0'").Replace("$2", "'2026-01-03 00:00:00Z'").Replace("$3", "'5'");
        await using var explain = new NpgsqlCommand(
            $"SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN (COSTS OFF) {statement}", connection) { AllResultTypesAreUnknown = true };
        var plan = new StringBuilder();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        var text = plan.ToString();
        Assert.Contains(descending ? "Index Scan Backward using sample_big_at" : "Index Scan using sample_big_at", text);
        Assert.Contains("Index Cond: (ROW(big, at, id)", text.Replace("\"", ""));
        Assert.DoesNotContain("Sort", text);
        Assert.DoesNotContain("Filter", text);
    }

    [Fact]
    public async Task Mixed_directions_and_nulls_read_no_more_rows_than_the_page_has()
    {
        await using var connection = new NpgsqlConnection(rows.ConnectionString);
        await connection.OpenAsync();
        await using (var setup = new NpgsqlCommand("""CREATE INDEX sample_mixed ON sample (flag DESC, "maybeWhole", id);""", connection))
        {
            await setup.ExecuteNonQueryAsync();
        }

        // Half of the rows have the first key in common.
        Func<SampleTable, OrderBy> orderBy = t => [t.Flag.Desc(), t.MaybeWhole, t.Id];
        var first = await Sample.Db.FindPageAsync(rows.Session, orderBy, 50);
        string statement;
        using (var recorder = new StatementRecorder())
        {
            await Sample.Db.FindPageAsync(rows.Session, orderBy, 5, first.Next);
            statement = Assert.Single(recorder.Statements, text => text.Contains("\"sample\""));
        }

        // The keys of the 50th row, range by range: flag, maybeWhole, id; flag, maybeWhole; flag; flag.
        var last = first.Items[^1];
        string[] values = ["true", $"{last.MaybeWhole}", $"{last.Id}", "true", $"{last.MaybeWhole}", "true", "true"];
        for (var i = 0; i < values.Length; i++)
        {
            statement = statement.Replace($"${i + 1}", $"'{values[i]}'");
        }

        await using var explain = new NpgsqlCommand(
            $"SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) {statement}", connection);
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        var scans = plan.Where(line => line.Contains("Scan using")).ToList();
        Assert.Equal(4, scans.Count);
        // Numbering the rows of a range looks one row ahead.
        Assert.All(scans, scan => Assert.Matches(@"using sample_mixed .*rows=[0-7](\.00)? ", scan));
        Assert.DoesNotContain(plan, line => line.Contains("Removed by Filter"));
    }

    private static async Task RefusedAsync(Func<Task> act)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(act);
        Assert.Equal("after", error.ParamName);
    }

    private async Task<List<Page<Sample>>> AllAsync(Func<SampleTable, OrderBy> orderBy, int limit, Func<SampleTable, Filter>? where = null)
    {
        var pages = new List<Page<Sample>>();
        string? after = null;
        do
        {
            var page = await Sample.Db.FindPageAsync(rows.Session, orderBy, limit, after, where);
            pages.Add(page);
            after = page.Next;
        }
        while (after is not null && pages.Count <= rows.Stored.Count);

        return pages;
    }
}
