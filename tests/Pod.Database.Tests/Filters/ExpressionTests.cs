using System.Numerics;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Filters;

/// <summary>What the database computes must be what C# computes over the same rows.</summary>
[Collection(Support.DatabaseTests.Name)]
public sealed class ExpressionTests(FilterTests.Rows rows) : IClassFixture<FilterTests.Rows>
{
    private static readonly DateTime Middle = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(5 * 7919);

    [Fact]
    public async Task Numbers()
    {
        await SameAsync(t => t.Whole + 2 == 4, row => row.Whole + 2 == 4);
        await SameAsync(t => 2 - t.Whole > t.MaybeWhole, row => 2 - row.Whole > row.MaybeWhole);
        await SameAsync(t => t.Whole * t.Whole - t.Whole == 6, row => row.Whole * row.Whole - row.Whole == 6);
        await SameAsync(t => t.Whole / 2 == -1, row => row.Whole / 2 == -1);
        await SameAsync(t => 20 / (t.Whole + 10) == 2, row => 20 / (row.Whole + 10) == 2);
        await SameAsync(t => t.MaybeWhole + 1 == null, row => row.MaybeWhole is null);
        await SameAsync(t => t.MaybeWhole + t.Whole != 0, row => row.MaybeWhole + row.Whole != 0);
        await SameAsync(t => (t.MaybeWhole + 1).In(1, null), row => row.MaybeWhole + 1 is 1 or null);
        await SameAsync(t => (t.MaybeWhole * 2).NotBetween(-2, 2), row => row.MaybeWhole * 2 is not (>= -2 and <= 2));
        await SameAsync(t => t.Small + 1 > 3, row => row.Small + 1 > 3);
        await SameAsync(t => t.Big - 10_000_000_000 < t.MaybeBig / 2, row => row.Big - 10_000_000_000 < row.MaybeBig / 2);
        await SameAsync(t => t.Real * 2f == 3f, row => row.Real * 2f == 3f);
        await SameAsync(t => 1.0 / (t.Precise + 10) < 0.1, row => 1.0 / (row.Precise + 10) < 0.1);
        await SameAsync(t => t.Money * 1.1m >= 2.75m, row => row.Money * 1.1m >= 2.75m);
        await SameAsync(t => t.Huge / 3 == BigInteger.Pow(10, 25) / 3, row => row.Huge / 3 == BigInteger.Pow(10, 25) / 3);
        await SameAsync(t => t.Huge * -2 == BigInteger.Pow(10, 25) * 4, row => row.Huge * -2 == BigInteger.Pow(10, 25) * 4);
    }

    [Fact]
    public async Task A_division_by_zero_is_an_exception_of_the_database()
    {
        var error = await Assert.ThrowsAsync<PodDatabaseException>(() => Sample.Db.CountAsync(rows.Session, t => t.Whole / (t.Whole - t.Whole) == 1));
        Assert.Equal(SqlStates.DivisionByZero, error.SqlState);
    }

    [Fact]
    public async Task Texts()
    {
        await SameAsync(t => t.Text.Lower() == "anna", row => string.Equals(row.Text, "anna", StringComparison.OrdinalIgnoreCase));
        await SameAsync(t => t.Text.Upper().StartsWith("AN"), row => row.Text.ToUpperInvariant().StartsWith("AN", StringComparison.Ordinal));
        await SameAsync(t => t.Text.Lower() == t.MaybeText.Lower(), row => string.Equals(row.Text, row.MaybeText, StringComparison.OrdinalIgnoreCase));
        await SameAsync(t => t.MaybeText.Length() > 3, row => row.MaybeText?.Length > 3);
        await SameAsync(t => t.Text.Length() * 2 == 6, row => row.Text.Length * 2 == 6);
        await SameAsync(t => t.Text.Length() == t.MaybeText.Length(), row => row.Text.Length == row.MaybeText?.Length);
        var padded = await Sample.Db.InsertRowAsync(rows.Session, rows.Stored[0] with { Id = 0, Text = " \t padded\r\n\f\v" });
        var trimmed = await Sample.Db.FindAsync(rows.Session, t => t.Text.Trim() == "padded" && t.Text.Trim().Length() == 6 && t.Text != "padded");
        Assert.Equal(padded.Id, Assert.Single(trimmed).Id);
        await Sample.Db.DeleteRowAsync(rows.Session, padded);
    }

    [Fact]
    public async Task Texts_have_the_order_of_the_collation()
    {
        var order = (await Sample.Db.FindAsync(rows.Session, orderBy: t => t.Text)).Select(row => row.Text).Distinct().ToList();
        Assert.True(order.IndexOf("Anna") < order.IndexOf("Bob"));
        var anna = order.IndexOf("Anna");
        await SameAsync(t => t.Text < "Anna", row => order.IndexOf(row.Text) < anna);
        await SameAsync(t => t.Text <= "Anna", row => order.IndexOf(row.Text) <= anna);
        await SameAsync(t => t.Text > "Anna", row => order.IndexOf(row.Text) > anna);
        await SameAsync(t => t.MaybeText >= "Anna", row => row.MaybeText is { } text && order.IndexOf(text) >= anna);
        await SameAsync(t => t.MaybeText < t.Text, row => row.MaybeText is { } text && order.IndexOf(text) < order.IndexOf(row.Text));
        await SameAsync(t => t.MaybeText >= t.Text, row => row.MaybeText is { } text && order.IndexOf(text) >= order.IndexOf(row.Text));
        await SameAsync(t => t.Text.Between("Anna", "Bob"), row => order.IndexOf(row.Text) >= anna && order.IndexOf(row.Text) <= order.IndexOf("Bob"));
        await SameAsync(
            t => t.MaybeText.NotBetween("Anna", "Bob"),
            row => row.MaybeText is not { } text || order.IndexOf(text) < anna || order.IndexOf(text) > order.IndexOf("Bob"));
        await SameAsync(t => t.Text.Between("Bob", "Anna"), row => false);
        Assert.Throws<ArgumentNullException>(() => Sample.Table.Text < null!);
    }

    [Fact]
    public async Task Times()
    {
        var span = TimeSpan.FromDays(1.5);
        await SameAsync(t => t.At + span > Middle, row => row.At + span > Middle);
        await SameAsync(t => t.At - span < t.MaybeAt, row => row.At - span < row.MaybeAt);
        await SameAsync(t => t.At + t.Span < Middle, row => row.At + row.Span < Middle);
        await SameAsync(t => t.MaybeMoment - t.MaybeSpan == t.Moment - t.Span, row => row.MaybeMoment - row.MaybeSpan == row.Moment - row.Span);
        await SameAsync(t => t.At - Middle > span, row => row.At - Middle > span);
        await SameAsync(t => Middle - t.At >= t.Span, row => Middle - row.At >= row.Span);
        await SameAsync(t => (t.At - t.MaybeAt) == TimeSpan.Zero, row => row.At - row.MaybeAt == TimeSpan.Zero);
        await SameAsync(t => t.Span + span - t.MaybeSpan > span, row => row.Span + span - row.MaybeSpan > span);
        await SameAsync(t => span - t.Span + t.Span == span, row => true);
        await SameAsync(t => (t.At + span).Between(Middle, Middle + span), row => row.At + span >= Middle && row.At <= Middle);
        Assert.Throws<ArgumentException>(() => Sample.Table.At - new DateTime(2026, 1, 1));
    }

    [Fact]
    public async Task A_day_has_24_hours_also_where_clocks_are_changed()
    {
        // On 2026-03-29 clocks in Oslo go from 2:00 to 3:00.
        var before = new DateTime(2026, 3, 28, 12, 0, 0, DateTimeKind.Utc);
        await using var oslo = new DatabaseSession(rows.ConnectionString + ";Timezone=Europe/Oslo");
        var row = await Sample.Db.InsertRowAsync(oslo, rows.Stored[0] with { Id = 0, At = before, MaybeAt = before.AddDays(1), Span = TimeSpan.FromDays(1) });
        var day = TimeSpan.FromDays(1);
        Assert.True(await Sample.Db.ExistsAsync(oslo, t => t.Id == row.Id && t.At + day == t.MaybeAt && t.At + t.Span == t.MaybeAt && t.MaybeAt - t.At == day));
        await Sample.Db.DeleteRowAsync(oslo, row);
    }

    [Fact]
    public async Task Orders()
    {
        var byDistance = await Sample.Db.FindAsync(rows.Session, orderBy: t => [((t.Whole - 2) * (t.Whole - 2)).Desc(), t.Text.Length(), t.Id]);
        Assert.Equal(
            rows.Stored.OrderByDescending(row => (row.Whole - 2) * (row.Whole - 2)).ThenBy(row => row.Text.Length).ThenBy(row => row.Id).Select(row => row.Id),
            byDistance.Select(row => row.Id));
    }

    [Fact]
    public async Task Sql_of_ones_own()
    {
        var pattern = "^[AB]";
        string[] names = ["Bob", "It's"];
        List<long> ids = [rows.Stored[0].Id, rows.Stored[1].Id];
        await SameAsync(t => Filter.Sql($"{t.Text} ~ {pattern}"), row => row.Text is ['A' or 'B', ..]);
        await SameAsync(t => Filter.Sql($"{t.Text} = ANY({names})") && t.Flag, row => names.Contains(row.Text) && row.Flag);
        await SameAsync(t => !Filter.Sql($"{t.Id} = ANY({ids})"), row => !ids.Contains(row.Id));
        await SameAsync(t => Filter.Sql($"{t.Flag} OR {t.Whole > 3}") && t.Whole < 0, row => row.Flag && row.Whole < 0);
        await SameAsync(t => Filter.Sql($"{t.Whole + 1} % {3} = {(int?)0}"), row => (row.Whole + 1) % 3 == 0);
        await SameAsync(t => Filter.Sql($"coalesce({t.MaybeAt}, {Middle.ToLocalTime()}) = {Middle}"), row => (row.MaybeAt ?? Middle) == Middle);
        await SameAsync(t => Filter.Sql($"{t.Key} = {rows.Stored[3].Key} AND {t.Day} = {rows.Stored[3].Day} AND {t.Clock} = {rows.Stored[3].Clock}"), row =>
            row.Key == rows.Stored[3].Key && row.Day == rows.Stored[3].Day && row.Clock == rows.Stored[3].Clock);
        await SameAsync(t => Filter.Sql($"{t.Money} = {rows.Stored[3].Money} AND {t.Huge} = {rows.Stored[3].Huge}"), row =>
            row.Money == rows.Stored[3].Money && row.Huge == rows.Stored[3].Huge);
        await SameAsync(t => Filter.Sql($"{t.Data} = {rows.Stored[3].Data} AND {t.Link} = {rows.Stored[3].Link}"), row =>
            row.Data.SequenceEqual(rows.Stored[3].Data) && row.Link == rows.Stored[3].Link);
        await SameAsync(t => Filter.Sql($"{t.MaybeText} IS NOT DISTINCT FROM {(string?)null}"), row => row.MaybeText is null);
        await SameAsync(t => Filter.Sql($"true"), row => true);
        Assert.Throws<ArgumentException>(() => Filter.Sql($"{Sample.Table.At} < {new DateTime(2026, 1, 1)}"));
        await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.CountAsync(rows.Session, t => Filter.Sql($"{Channel.Table.Name} = 'x'")));
    }

    private async Task SameAsync(Func<SampleTable, Filter> where, Func<Sample, bool> predicate)
        => Assert.Equal(
            rows.Stored.Where(predicate).Select(row => row.Id).Order(),
            (await Sample.Db.FindAsync(rows.Session, where)).Select(row => row.Id).Order());
}
