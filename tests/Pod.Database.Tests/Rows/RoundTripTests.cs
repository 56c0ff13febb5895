using System.Numerics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class RoundTripTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task Every_type_comes_back_from_single_and_many_row_writes()
    {
        var written = Samples.Make(50);
        var many = await Sample.Db.InsertAsync(chat.Session, written);
        var single = await Sample.Db.InsertRowAsync(chat.Session, written[0]);
        var read = await Sample.Db.FindAsync(chat.Session, t => t.Id.In(many.Select(row => row.Id)), orderBy: t => t.Id);
        AssertSame(written[0], single);
        for (var i = 0; i < written.Count; i++)
        {
            AssertSame(written[i], many[i]);
            AssertSame(written[i], read[i]);
        }
    }

    [Fact]
    public async Task Extremes_come_back()
    {
        var extreme = Samples.Make(new Random(1)) with
        {
            Small = short.MinValue,
            Whole = int.MaxValue,
            Big = long.MinValue,
            Real = float.NegativeInfinity,
            Precise = double.NaN,
            Money = decimal.MaxValue,
            Huge = BigInteger.Pow(10, 300) * -1,
            Text = new string('ß', 100_000),
            At = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(10),
            Day = DateOnly.MaxValue.AddDays(-1),
            Clock = new TimeOnly(23, 59, 59, 999, 999),
            Span = TimeSpan.FromDays(-400) - TimeSpan.FromMicroseconds(1),
            Link = new Uri("/relative?x=ä", UriKind.Relative),
            Data = new byte[300_000],
            Tags = ["", "\u0001\"\\", "🙂"],
        };
        AssertSame(extreme, await Sample.Db.InsertRowAsync(chat.Session, extreme));
    }

    [Fact]
    public async Task Times_are_utc_and_offsets_keep_the_instant()
    {
        var local = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);
        var offset = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(5));
        var stored = await Sample.Db.InsertRowAsync(chat.Session, Samples.Make(new Random(2)) with { At = local, Moment = offset });
        Assert.Equal(DateTimeKind.Utc, stored.At.Kind);
        Assert.Equal(local.ToUniversalTime(), stored.At);
        Assert.Equal(TimeSpan.Zero, stored.Moment.Offset);
        Assert.Equal(offset, stored.Moment);
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Sample.Db.InsertRowAsync(chat.Session, stored with { At = new DateTime(2026, 1, 1) }));
        Assert.Contains("'at'", error.Message, StringComparison.Ordinal);
    }

    internal static void AssertSame(Sample expected, Sample actual)
    {
        foreach (var property in typeof(Sample).GetProperties().Where(property => property.Name is not ("Id" or "Table" or "Db")))
        {
            var (left, right) = (property.GetValue(expected), property.GetValue(actual));
            Assert.True(left is System.Collections.IEnumerable or null ? Equivalent(left, right) : left.Equals(right), $"{property.Name}: {left} and {right}");
        }
    }

    private static bool Equivalent(object? left, object? right)
        => left is null || right is null
            ? left == right
            : ((System.Collections.IEnumerable)left).Cast<object>().SequenceEqual(((System.Collections.IEnumerable)right).Cast<object>());
}
