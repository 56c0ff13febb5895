using System.Numerics;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Filters;

/// <summary>Every filter must find the rows that LINQ finds over the same data with C#'s rules for null.</summary>
[Collection(DatabaseTests.Name)]
public sealed class FilterTests(FilterTests.Rows rows) : IClassFixture<FilterTests.Rows>
{
    private static readonly DateTime Middle = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(5 * 7919);

    [Fact]
    public async Task Booleans()
    {
        await SameAsync(t => t.Flag, row => row.Flag);
        await SameAsync(t => !t.Flag, row => !row.Flag);
        await SameAsync(t => t.Flag && t.MaybeFlag, row => row.Flag && row.MaybeFlag == true);
        await SameAsync(t => t.Flag || t.MaybeFlag, row => row.Flag || row.MaybeFlag == true);
        await SameAsync(t => t.Flag && t.Whole > 0, row => row.Flag && row.Whole > 0);
        await SameAsync(t => t.Whole > 0 && !t.Flag, row => row.Whole > 0 && !row.Flag);
        await SameAsync(t => t.MaybeFlag == null, row => row.MaybeFlag is null);
        await SameAsync(t => t.MaybeFlag != true, row => row.MaybeFlag != true);
        await SameAsync(t => t.MaybeFlag == false, row => row.MaybeFlag == false);
        await SameAsync(t => t.Flag == t.MaybeFlag, row => row.Flag == row.MaybeFlag);
        await SameAsync(t => t.MaybeFlag.In(true, null), row => row.MaybeFlag is true or null);
        await SameAsync(t => t.MaybeFlag.NotIn(true), row => row.MaybeFlag is not true);
        // An unknown condition stays unmatched behind a NOT, as in SQL.
        await SameAsync(t => !t.MaybeFlag, row => row.MaybeFlag == false);
    }

    [Fact]
    public async Task Numbers()
    {
        await SameAsync(t => t.Small == 3, row => row.Small == 3);
        await SameAsync(t => t.MaybeSmall > 2, row => row.MaybeSmall > 2);
        await SameAsync(t => t.Whole != 3, row => row.Whole != 3);
        await SameAsync(t => t.Whole <= -1 | t.Whole >= 4, row => row.Whole is <= -1 or >= 4);
        await SameAsync(t => t.Big < 10_000_000_000, row => row.Big < 10_000_000_000);
        await SameAsync(t => t.Big == 5, row => row.Big == 5);
        await SameAsync(t => t.Real == 1.5f, row => row.Real == 1.5f);
        await SameAsync(t => t.Precise.Between(-0.5, 0.5), row => row.Precise is >= -0.5 and <= 0.5);
        await SameAsync(t => t.MaybePrecise.NotBetween(-0.5, 0.5), row => row.MaybePrecise is not (>= -0.5 and <= 0.5));
        await SameAsync(t => t.Precise.Between(0.5, -0.5), row => false);
        await SameAsync(t => t.Money >= 2.5m & t.MaybeMoney < 5, row => row.Money >= 2.5m && row.MaybeMoney < 5);
        await SameAsync(t => t.Huge > BigInteger.Pow(10, 25), row => row.Huge > BigInteger.Pow(10, 25));
        await SameAsync(t => t.MaybeHuge == BigInteger.Zero, row => row.MaybeHuge == BigInteger.Zero);
        await SameAsync(t => t.Whole == t.MaybeWhole, row => row.Whole == row.MaybeWhole);
        await SameAsync(t => t.Whole != t.MaybeWhole, row => row.Whole != row.MaybeWhole);
        await SameAsync(t => t.Whole < t.MaybeWhole, row => row.Whole < row.MaybeWhole);
    }

    [Fact]
    public async Task Nulls()
    {
        int? nothing = null;
        int? three = 3;
        await SameAsync(t => t.MaybeWhole == nothing, row => row.MaybeWhole == nothing);
        await SameAsync(t => t.MaybeWhole != nothing, row => row.MaybeWhole != nothing);
        await SameAsync(t => t.MaybeWhole == three, row => row.MaybeWhole == three);
        await SameAsync(t => t.MaybeWhole != three, row => row.MaybeWhole != three);
        await SameAsync(t => t.MaybeText == null || t.MaybeText.Like("A%"), row => row.MaybeText is null || row.MaybeText.StartsWith('A'));
        await SameAsync(t => t.MaybeText != null && t.MaybeText != "Bob", row => row.MaybeText is not null and not "Bob");
        await SameAsync(t => t.MaybeText != "Bob", row => row.MaybeText != "Bob");
        await SameAsync(t => t.MaybeAt == null, row => row.MaybeAt is null);
        await SameAsync(t => t.MaybeData == null, row => row.MaybeData is null);
        await SameAsync(t => t.MaybeMap == null, row => row.MaybeMap is null);
        await SameAsync(t => t.MaybeMap != null, row => row.MaybeMap is not null);
        await SameAsync(t => t.MaybeKind == null, row => row.MaybeKind is null);
        await SameAsync(t => t.MaybeLink == null, row => row.MaybeLink is null);
        await SameAsync(t => t.MaybeText == t.MaybeText, row => true);
        await SameAsync(t => t.MaybeBig == t.MaybeBig, row => true);
        Assert.Throws<ArgumentNullException>(() => Sample.Table.MaybeWhole > null);
        Assert.Throws<ArgumentNullException>(() => Sample.Table.MaybeWhole <= nothing);
    }

    [Fact]
    public async Task Sets()
    {
        List<int> list = [1, 2, 3];
        int?[] withNull = [1, null];
        await SameAsync(t => t.Whole.In(1, 2, 3), row => list.Contains(row.Whole));
        await SameAsync(t => t.Whole.In(list), row => list.Contains(row.Whole));
        await SameAsync(t => t.Whole.In([1, 2]), row => row.Whole is 1 or 2);
        await SameAsync(t => t.MaybeWhole.In(withNull), row => withNull.Contains(row.MaybeWhole));
        await SameAsync(t => t.MaybeWhole.NotIn(list), row => row.MaybeWhole is not (1 or 2 or 3));
        await SameAsync(t => t.MaybeWhole.NotIn(withNull), row => !withNull.Contains(row.MaybeWhole));
        await SameAsync(t => t.Whole.NotIn(list), row => !list.Contains(row.Whole));
        await SameAsync(t => t.Whole.In(), row => false);
        await SameAsync(t => t.MaybeWhole.In(new List<int>()), row => false);
        await SameAsync(t => t.MaybeWhole.NotIn(new List<int>()), row => true);
        await SameAsync(t => t.Text.In("Bob", "It's"), row => row.Text is "Bob" or "It's");
        await SameAsync(t => t.MaybeText.In("Bob", null), row => row.MaybeText is "Bob" or null);
        await SameAsync(t => t.MaybeText.NotIn("Bob", null), row => row.MaybeText is not ("Bob" or null));
        await SameAsync(t => t.Kind.In(ChannelKind.Archived), row => row.Kind == ChannelKind.Archived);
        await SameAsync(t => t.MaybeLevel.NotIn(Level.Low), row => row.MaybeLevel != Level.Low);
        await SameAsync(t => t.Key.In(new Guid(1, 0, 0, new byte[8])), row => row.Key == new Guid(1, 0, 0, new byte[8]));
        await SameAsync(t => t.Link.In(new Uri("https://example.org/1")), row => row.Link == new Uri("https://example.org/1"));
    }

    [Fact]
    public async Task Texts()
    {
        await SameAsync(t => t.Text == "It's", row => row.Text == "It's");
        await SameAsync(t => t.Text.Like("%n%"), row => row.Text.Contains('n'));
        await SameAsync(t => t.MaybeText.NotLike("%n%"), row => row.MaybeText?.Contains('n') != true);
        await SameAsync(t => t.Text.ILike("ANNA"), row => row.Text.Equals("anna", StringComparison.OrdinalIgnoreCase));
        await SameAsync(t => t.MaybeText.NotILike("ANNA"), row => !string.Equals(row.MaybeText, "anna", StringComparison.OrdinalIgnoreCase));
        await SameAsync(t => t.Text.StartsWith("An"), row => row.Text.StartsWith("An", StringComparison.Ordinal));
        await SameAsync(t => t.Text.StartsWith("AN", ignoreCase: true), row => row.Text.StartsWith("AN", StringComparison.OrdinalIgnoreCase));
        await SameAsync(t => t.Text.EndsWith("b"), row => row.Text.EndsWith('b'));
        await SameAsync(t => t.Text.Contains("%"), row => row.Text.Contains('%'));
        await SameAsync(t => t.Text.Contains("_"), row => row.Text.Contains('_'));
        await SameAsync(t => t.Text.Contains(@"\"), row => row.Text.Contains('\\'));
        await SameAsync(t => t.Text.Like(Like.Escape("50%")), row => row.Text == "50%");
        await SameAsync(t => t.Link == new Uri("https://example.org/2"), row => row.Link == new Uri("https://example.org/2"));
        await SameAsync(t => t.Text == t.MaybeText, row => row.Text == row.MaybeText);
    }

    [Fact]
    public async Task Times()
    {
        await SameAsync(t => t.At == Middle, row => row.At == Middle);
        await SameAsync(t => t.At < Middle, row => row.At < Middle);
        await SameAsync(t => t.MaybeAt >= Middle, row => row.MaybeAt >= Middle);
        await SameAsync(t => t.At.In(Middle), row => row.At == Middle);
        await SameAsync(t => t.At <= Middle.ToLocalTime(), row => row.At <= Middle);
        await SameAsync(t => t.Moment > new DateTimeOffset(Middle).ToOffset(TimeSpan.FromHours(5)), row => row.Moment > new DateTimeOffset(Middle));
        await SameAsync(t => t.Day == DateOnly.FromDateTime(Middle), row => row.Day == DateOnly.FromDateTime(Middle));
        await SameAsync(t => t.MaybeDay < DateOnly.FromDateTime(Middle), row => row.MaybeDay < DateOnly.FromDateTime(Middle));
        await SameAsync(t => t.Clock > new TimeOnly(12, 0), row => row.Clock > new TimeOnly(12, 0));
        await SameAsync(t => t.Span <= TimeSpan.Zero, row => row.Span <= TimeSpan.Zero);
        await SameAsync(t => t.At == t.MaybeAt, row => row.At == row.MaybeAt);
        Assert.Throws<ArgumentException>(() => Sample.Table.At == new DateTime(2026, 1, 1));
        Assert.Throws<ArgumentException>(() => Sample.Table.At.Between(new DateTime(2026, 1, 1), Middle));
    }

    [Fact]
    public async Task Enums_guids_and_bytes()
    {
        byte[] empty = [];
        await SameAsync(t => t.Kind == ChannelKind.Archived, row => row.Kind == ChannelKind.Archived);
        await SameAsync(t => t.MaybeKind != ChannelKind.Open, row => row.MaybeKind != ChannelKind.Open);
        await SameAsync(t => t.Level == Level.Middle, row => row.Level == Level.Middle);
        await SameAsync(t => t.MaybeLevel == t.Level, row => row.MaybeLevel == row.Level);
        await SameAsync(t => t.Key >= new Guid(2, 0, 0, new byte[8]), row => row.Key >= new Guid(2, 0, 0, new byte[8]));
        await SameAsync(t => t.Data == empty, row => row.Data.Length == 0);
        await SameAsync(t => t.MaybeData != empty, row => row.MaybeData?.Length != 0);
    }

    [Fact]
    public async Task Combinations()
    {
        await SameAsync(t => Filter.True, row => true);
        await SameAsync(t => Filter.False, row => false);
        await SameAsync(t => Filter.All(), row => true);
        await SameAsync(t => Filter.Any(), row => false);
        await SameAsync(t => Filter.All(t.Flag, t.Whole > 0), row => row.Flag && row.Whole > 0);
        await SameAsync(t => Filter.Any(new List<Filter> { t.Flag, t.Whole > 0, t.Whole == -3 }), row => row.Flag || row.Whole is > 0 or -3);
        await SameAsync(t => t.Flag || t.Whole > 0 && t.Whole < 3, row => row.Flag || (row.Whole > 0 && row.Whole < 3));
        await SameAsync(t => (t.Flag || t.Whole > 0) && t.Whole < 3, row => (row.Flag || row.Whole > 0) && row.Whole < 3);
        await SameAsync(t => !(t.Whole == 1 || t.Whole == 2), row => row.Whole is not (1 or 2));
        await SameAsync(t => !(!t.Flag), row => row.Flag);
    }

    [Fact]
    public async Task Random_trees_of_filters()
    {
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var (filter, predicate) = Tree(random, 3);
            await SameAsync(_ => filter, predicate);
        }
    }

    [Fact]
    public async Task Columns_of_other_tables_are_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Sample.Db.FindAsync(rows.Session, where: _ => Channel.Table.Name == "x"));
        Assert.Contains("'name'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'channel'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_deeper_than_the_stack_throw()
    {
        var filter = Filter.True;
        for (var i = 0; i < 1_000_000; i++)
        {
            filter = !filter;
        }

        await Assert.ThrowsAsync<InsufficientExecutionStackException>(() => Sample.Db.FindAsync(rows.Session, where: _ => filter));
    }

    // Only two-valued leaves: SQL's third value has its own tests.
    private static (Filter Filter, Func<Sample, bool> Predicate) Tree(Random random, int depth)
    {
        var t = Sample.Table;
        var n = random.Next(-5, 6);
        if (depth == 0)
        {
            return random.Next(6) switch
            {
                0 => (t.Whole == n, row => row.Whole == n),
                1 => (t.MaybeWhole != n, row => row.MaybeWhole != n),
                2 => (t.MaybeWhole.NotIn(n, n + 1), row => row.MaybeWhole != n && row.MaybeWhole != n + 1),
                3 => (t.MaybeText == null, row => row.MaybeText is null),
                4 => (t.Text.Contains("n"), row => row.Text.Contains('n')),
                _ => (t.Flag, row => row.Flag),
            };
        }

        var (left, isLeft) = Tree(random, depth - 1);
        var (right, isRight) = Tree(random, depth - 1);
        return random.Next(3) switch
        {
            0 => (left && right, row => isLeft(row) && isRight(row)),
            1 => (left || right, row => isLeft(row) || isRight(row)),
            _ => (!left, row => !isLeft(row)),
        };
    }

    private async Task SameAsync(Func<SampleTable, Filter> where, Func<Sample, bool> predicate)
    {
        var expected = rows.Stored.Where(predicate).Select(row => row.Id).Order().ToList();
        var found = await Sample.Db.FindAsync(rows.Session, where);
        Assert.Equal(expected, found.Select(row => row.Id).Order());
        Assert.Equal(expected.Count, await Sample.Db.CountAsync(rows.Session, where));
        Assert.Equal(expected.Count > 0, await Sample.Db.ExistsAsync(rows.Session, where));
    }

    public sealed class Rows(PostgresServer server) : IAsyncLifetime
    {
        private readonly ChatDatabase _database = new(server);

        public DatabaseSession Session => _database.Session;

        public string ConnectionString => _database.ConnectionString;

        internal List<Sample> Stored { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            Stored = await Sample.Db.InsertAsync(Session, Samples.Make(200));
        }

        public Task DisposeAsync() => _database.DisposeAsync();
    }
}
