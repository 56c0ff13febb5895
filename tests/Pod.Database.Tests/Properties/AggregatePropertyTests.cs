using FsCheck;
using FsCheck.Fluent;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Properties;

/// <summary>Random aggregates, groups and selections over random rows; LINQ knows the right answers.</summary>
[Collection(DatabaseTests.Name)]
public sealed class AggregatePropertyTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    private static readonly Gen<List<Sample>> Rows
        = from seed in Gen.Choose(0, int.MaxValue - 1) from count in Gen.Choose(0, 25) select MakeRows(seed, count);

    private static readonly (string Name, Func<SampleTable, Filter> Filter, Func<Sample, bool> Holds)[] Conditions =
    [
        ("all", t => Filter.True, row => true),
        ("flag", t => t.Flag, row => row.Flag),
        ("not maybeFlag", t => !t.MaybeFlag, row => row.MaybeFlag == false),
        ("whole > 0", t => t.Whole > 0, row => row.Whole > 0),
        ("maybeWhole", t => t.MaybeWhole == null || t.MaybeWhole < 2, row => row.MaybeWhole is null or < 2),
        ("nothing", t => Filter.False, row => false),
    ];

    private static readonly Gen<(string Name, Func<SampleTable, Filter> Filter, Func<Sample, bool> Holds)> Condition = Gen.Elements(Conditions);

    private List<Sample>? _stored;

    [Fact]
    public void Aggregates_agree_with_LINQ()
        => Check(from rows in Rows from filter in Condition from only in Condition select (rows, filter, only), async c =>
        {
            var found = await Sample.Db.AggregateAsync(
                chat.Session,
                t => Aggregate.Of(
                    t.MaybeWhole.Count(c.only.Filter(t)), t.Text.CountDistinct(c.only.Filter(t)), t.Whole.Sum(c.only.Filter(t)),
                    t.MaybeBig.Sum(c.only.Filter(t)), t.MaybeWhole.Average(c.only.Filter(t)), t.MaybeMoney.Min(c.only.Filter(t)),
                    t.At.Max(c.only.Filter(t)), t.MaybeKind.CountDistinct(c.only.Filter(t))),
                c.filter.Filter);
            var rows = c.rows.Where(c.filter.Holds).Where(c.only.Holds).ToList();
            var expected = (
                rows.LongCount(row => row.MaybeWhole is not null),
                rows.Select(row => row.Text).Distinct().LongCount(),
                rows.Count == 0 ? null : (long?)rows.Sum(row => (long)row.Whole),
                rows.All(row => row.MaybeBig is null) ? null : rows.Sum(row => (decimal?)row.MaybeBig),
                rows.Average(row => row.MaybeWhole),
                rows.Min(row => row.MaybeMoney),
                rows.Max(row => (DateTime?)row.At),
                rows.Where(row => row.MaybeKind is not null).Select(row => row.MaybeKind).Distinct().LongCount());
            return (found.Item1, found.Item2, found.Item3, found.Item4, Rounded(found.Item5), found.Item6, found.Item7, found.Item8)
                == (expected.Item1, expected.Item2, expected.Item3, expected.Item4, Rounded(expected.Item5), expected.Item6, expected.Item7, expected.Item8);
        });

    [Fact]
    public void Other_number_types_agree_with_LINQ()
        => Check(from rows in Rows from filter in Condition select (rows, filter), async c =>
        {
            var found = await Sample.Db.AggregateAsync(
                chat.Session,
                t => Aggregate.Of(
                    t.Small.Sum(), t.Precise.Sum(), t.MaybeReal.Sum(), t.Money.Sum(), t.MaybeHuge.Sum(), t.Money.Average(), t.Big.Average(), t.MaybeSmall.Average()),
                c.filter.Filter);
            var rows = c.rows.Where(c.filter.Holds).ToList();
            return found == (
                    rows.Count == 0 ? null : rows.Sum(row => (long)row.Small),
                    rows.Count == 0 ? null : rows.Sum(row => row.Precise),
                    rows.All(row => row.MaybeReal is null) ? null : rows.Sum(row => row.MaybeReal),
                    rows.Count == 0 ? null : rows.Sum(row => row.Money),
                    rows.All(row => row.MaybeHuge is null) ? null : rows.Aggregate(default(System.Numerics.BigInteger), (sum, row) => sum + (row.MaybeHuge ?? 0)),
                    found.Item6,
                    found.Item7,
                    found.Item8)
                && Near((double?)found.Item6, (double?)rows.Average(row => (decimal?)row.Money))
                && Near(found.Item7, rows.Average(row => (double?)row.Big))
                && Near(found.Item8, rows.Average(row => (double?)row.MaybeSmall));
        });

    [Fact]
    public void Groups_agree_with_LINQ()
        => Check(from rows in Rows from filter in Condition from only in Condition from least in Gen.Choose(0, 4) select (rows, filter, only, least), async c =>
        {
            var found = await Sample.Db.GroupByAsync(
                chat.Session,
                by: t => Key.Of(t.MaybeText, t.Kind, t.MaybeAt.Date()),
                select: t => Aggregate.Of(t.Id.Count(), t.Whole.Sum(c.only.Filter(t)), t.MaybeText.Max()),
                where: c.filter.Filter,
                having: t => t.Id.Count() >= c.least,
                orderBy: t => [t.Id.Count().Desc(), t.Id.Min()]);
            var expected = c.rows.Where(c.filter.Holds)
                .GroupBy(row => (row.MaybeText, row.Kind, row.MaybeAt is { } at ? DateOnly.FromDateTime(at) : (DateOnly?)null))
                .Where(group => group.LongCount() >= c.least)
                .OrderByDescending(group => group.LongCount()).ThenBy(group => group.Min(row => row.Id))
                .Select(group => (
                    group.Key,
                    (group.LongCount(), group.Any(c.only.Holds) ? group.Where(c.only.Holds).Sum(row => (long)row.Whole) : (long?)null, group.Key.MaybeText)));
            return found.SequenceEqual(expected);
        });

    [Fact]
    public void Stretches_of_time_agree_with_the_clock_of_the_zone()
        => Check(
            from rows in Rows
            from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
            from zone in Gen.Elements("UTC", "Europe/Oslo", "America/St_Johns", "Asia/Kathmandu")
            select (rows, unit, zone),
            async c =>
            {
                var found = await Sample.Db.SelectAsync(
                    chat.Session, t => Select.Of(t.At, t.At.Truncate(c.unit, c.zone), t.MaybeMoment.Truncate(c.unit, c.zone)), orderBy: t => t.Id);
                var zone = TimeZoneInfo.FindSystemTimeZoneById(c.zone);
                return found.SequenceEqual(c.rows.Select(row => (
                    row.At, Truncated(row.At, c.unit, zone), row.MaybeMoment is { } moment ? (DateTimeOffset?)Truncated(moment.UtcDateTime, c.unit, zone) : null)));
            });

    [Fact]
    public void Selections_of_every_type_are_the_members_of_the_rows()
        => Check(Rows, async rows =>
        {
            var first = await Sample.Db.SelectAsync(
                chat.Session,
                t => Select.Of(t.Flag, t.MaybeFlag, t.Small, t.MaybeBig, t.Real, t.MaybeMoney, t.Huge, t.MaybeText),
                orderBy: t => t.Id);
            var second = await Sample.Db.SelectAsync(
                chat.Session, t => Select.Of(t.MaybeMoment, t.Day, t.MaybeClock, t.Span, t.MaybeKey, t.Kind, t.MaybeLevel, t.Link), orderBy: t => t.Id);
            var third = await Sample.Db.SelectAsync(
                chat.Session, t => Select.Of(t.MaybeLink, t.Data, t.MaybeData, t.Tags, t.MaybeMap, t.Level, t.MaybeKind, t.MaybeSpan), orderBy: t => t.Id);
            return first.SequenceEqual(rows.Select(r => (r.Flag, r.MaybeFlag, r.Small, r.MaybeBig, r.Real, r.MaybeMoney, r.Huge, r.MaybeText)))
                && second.SequenceEqual(rows.Select(r => (r.MaybeMoment, r.Day, r.MaybeClock, r.Span, r.MaybeKey, r.Kind, r.MaybeLevel, r.Link)))
                && third.Zip(rows).All(pair => pair.First is var (link, data, maybeData, tags, map, level, kind, span)
                    && (link, level, kind, span) == (pair.Second.MaybeLink, pair.Second.Level, pair.Second.MaybeKind, pair.Second.MaybeSpan)
                    && data.SequenceEqual(pair.Second.Data) && (maybeData ?? []).SequenceEqual(pair.Second.MaybeData ?? []) && tags.SequenceEqual(pair.Second.Tags)
                    && (map is null ? pair.Second.MaybeMap is null : map.SequenceEqual(pair.Second.MaybeMap!)));
        });

    [Fact]
    public void Lists_and_maps_of_JSON_are_searched_as_LINQ_does()
        => Check(
            from rows in Rows
            from tags in Gen.Elements("tag0", "tag1", "tag2", "'; --", "").ListOf()
            from key in Gen.Elements("Anna", "It's", "tab\tand\nline", "", @"back\slash")
            from number in Gen.Choose(-5, 5)
            select (rows, tags, key, number),
            async c =>
            {
                (Func<SampleTable, Filter> Filter, Func<Sample, bool> Holds)[] filters =
                [
                    (t => t.Tags.Contains(c.key), row => row.Tags.Contains(c.key)),
                    (t => t.Tags.ContainsAll(c.tags), row => c.tags.All(row.Tags.Contains)),
                    (t => t.Tags.ContainsAny(c.tags), row => c.tags.Any(row.Tags.Contains)),
                    (t => t.Tags.Length() == c.tags.Count, row => row.Tags.Count == c.tags.Count),
                    (t => t.MaybeMap.HasKey(c.key), row => row.MaybeMap?.ContainsKey(c.key) == true),
                    (t => t.MaybeMap[c.key].AsLong() <= c.number, row => row.MaybeMap?.TryGetValue(c.key, out var value) == true && value <= c.number),
                    (t => t.MaybeMap.JsonContains(new Dictionary<string, int> { [c.key] = c.number }),
                        row => row.MaybeMap?.TryGetValue(c.key, out var value) == true && value == c.number),
                ];
                foreach (var (filter, holds) in filters)
                {
                    var found = await Sample.Db.SelectAsync(chat.Session, t => Select.Of(t.Id), filter, t => t.Id);
                    if (!found.SequenceEqual(c.rows.Where(holds).Select(row => row.Id)))
                    {
                        return false;
                    }
                }

                return true;
            });

    private static List<Sample> MakeRows(int seed, int count)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(1, count).Select(_ => Samples.Make(random)).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Id = i + 1;
        }

        return rows;
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 9) : null;

    private static bool Near(double? left, double? right)
        => left is null ? right is null : right is not null && Math.Abs(left.Value - right.Value) <= 1e-9 * Math.Max(1, Math.Abs(right.Value));

    private static DateTime Truncated(DateTime instant, TimeUnit unit, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(instant, zone);
        var day = local.Date;
        var start = unit switch
        {
            TimeUnit.Second => day.AddSeconds(Math.Floor(local.TimeOfDay.TotalSeconds)),
            TimeUnit.Minute => day.AddMinutes(Math.Floor(local.TimeOfDay.TotalMinutes)),
            TimeUnit.Hour => day.AddHours(local.Hour),
            TimeUnit.Day => day,
            TimeUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            TimeUnit.Month => day.AddDays(1 - day.Day),
            TimeUnit.Quarter => new DateTime(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            _ => new DateTime(day.Year, 1, 1),
        };
        return TimeZoneInfo.ConvertTimeToUtc(start, zone);
    }

    private void Check<T>(Gen<T> cases, Func<T, Task<bool>> holds)
        => Prop.ForAll(Arb.From(cases), c => Task.Run(async () =>
        {
            await StoreAsync(c is List<Sample> rows ? rows : (List<Sample>)((System.Runtime.CompilerServices.ITuple)c!)[0]!);
            return await holds(c);
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private async Task StoreAsync(List<Sample> rows)
    {
        if (ReferenceEquals(rows, _stored))
        {
            return;
        }

        await Sample.Db.DeleteWhereAsync(chat.Session, t => Filter.True, noReturn: true);
        await Sample.Db.InsertAsync(chat.Session, rows, noReturn: true);
        _stored = rows;
    }
}
