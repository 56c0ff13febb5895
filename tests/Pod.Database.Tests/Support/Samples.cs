using System.Numerics;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Support;

/// <summary>Rows that are spread over all types; the same seed gives the same rows.</summary>
internal static class Samples
{
    private static readonly string[] Texts = ["Anna", "anna", "Bob", "50%", "a_b", @"back\slash", "Ünï", "", "It's", "tab\tand\nline"];

    public static List<Sample> Make(int count)
    {
        var random = new Random(20260101);
        return [.. Enumerable.Range(0, count).Select(_ => Make(random))];
    }

    public static Sample Make(Random random)
    {
        var number = random.Next(-5, 6);
        var instant = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(0, 10) * 7919);
        var text = Texts[random.Next(Texts.Length)];
        var bytes = new byte[random.Next(0, 3)];
        random.NextBytes(bytes);
        var sample = new Sample
        {
            Flag = random.Next(2) == 0,
            Small = (short)number,
            Whole = number,
            Big = number * 10_000_000_000L,
            Real = number / 2f,
            Precise = number / 4.0,
            Money = number * 1.25m,
            Huge = BigInteger.Pow(10, 25) * number,
            Text = text,
            At = instant,
            Moment = new DateTimeOffset(instant),
            Day = DateOnly.FromDateTime(instant),
            Clock = TimeOnly.FromDateTime(instant),
            Span = TimeSpan.FromMinutes(number * 1000),
            Key = new Guid(random.Next(0, 5), 0, 0, new byte[8]),
            Link = new Uri($"https://example.org/{number}"),
            Data = bytes,
            Kind = (ChannelKind)random.Next(2),
            Level = (Level)random.Next(3),
            Tags = [.. Enumerable.Range(0, random.Next(3)).Select(i => $"tag{i}")],
        };
        if (random.Next(3) > 0)
        {
            sample.MaybeFlag = random.Next(2) == 0;
            sample.MaybeSmall = sample.Small;
            sample.MaybeWhole = random.Next(-5, 6);
            sample.MaybeBig = sample.Big;
            sample.MaybeReal = sample.Real;
            sample.MaybePrecise = sample.Precise;
            sample.MaybeMoney = sample.Money;
            sample.MaybeHuge = sample.Huge;
            sample.MaybeText = Texts[random.Next(Texts.Length)];
            sample.MaybeAt = instant;
            sample.MaybeMoment = sample.Moment;
            sample.MaybeDay = sample.Day;
            sample.MaybeClock = sample.Clock;
            sample.MaybeSpan = sample.Span;
            sample.MaybeKey = sample.Key;
            sample.MaybeLink = sample.Link;
            sample.MaybeData = bytes;
            sample.MaybeKind = sample.Kind;
            sample.MaybeLevel = sample.Level;
            sample.MaybeMap = new() { [text] = number };
        }

        return sample;
    }
}
