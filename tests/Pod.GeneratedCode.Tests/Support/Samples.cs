using System.Numerics;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>Objects with a value in every member.</summary>
internal static class Samples
{
    public static Everything Everything() => new()
    {
        Flag = true,
        Small = short.MinValue,
        Number = int.MaxValue,
        Big = long.MinValue,
        Single = 1.25f,
        Real = Math.PI,
        Money = 79228162514264337593543950335m,
        Text = "Zoë \"quoted\" \u0001 😀",
        Moment = new DateTime(2026, 1, 31, 8, 0, 0, 123, DateTimeKind.Utc),
        Moments = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(5.5)),
        Day = new DateOnly(2026, 2, 28),
        Time = new TimeOnly(23, 59, 59, 999),
        Span = TimeSpan.FromMilliseconds(-1234),
        Guid = new Guid("11111111-2222-3333-4444-555555555555"),
        Bytes = [0, 1, 254, 255],
        Link = new Uri("https://example.com/a?b=c#d"),
        Huge = BigInteger.Pow(2, 100),
        Mood = Mood.Happy,
        Level = Level.Low,
    };

    public static Collections Collections() => new()
    {
        Names = ["a", "b"],
        MaybeNames = ["a", null],
        Numbers = [3, 1, 2],
        Scores = new Dictionary<string, double> { ["x"] = 1.5 },
        ByDay = new Dictionary<DateOnly, List<Mood>> { [new DateOnly(2026, 1, 31)] = [Mood.Happy] },
        Places = [new Place { Name = "outer", Inner = new Place { Name = "inner", Latitude = 1 } }],
        MaybePlaces = new Dictionary<string, Place?> { ["here"] = new Place { Name = "p" }, ["gone"] = null },
        Blobs = [[1], []],
        Matrix = [[1, 2], []],
        Place = new Place { Name = "only" },
    };
}
