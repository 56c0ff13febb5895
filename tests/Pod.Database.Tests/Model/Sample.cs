using System.Numerics;
using System.Runtime.CompilerServices;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

/// <summary>One member of every type, each once required and once optional.</summary>
public partial record Sample : ITableRow<long>
{
    public long Id { get; set; }

    public bool Flag { get; set; }

    public bool? MaybeFlag { get; set; }

    public short Small { get; set; }

    public short? MaybeSmall { get; set; }

    public int Whole { get; set; }

    public int? MaybeWhole { get; set; }

    public long Big { get; set; }

    public long? MaybeBig { get; set; }

    public float Real { get; set; }

    public float? MaybeReal { get; set; }

    public double Precise { get; set; }

    public double? MaybePrecise { get; set; }

    public decimal Money { get; set; }

    public decimal? MaybeMoney { get; set; }

    public BigInteger Huge { get; set; }

    public BigInteger? MaybeHuge { get; set; }

    public required string Text { get; set; }

    public string? MaybeText { get; set; }

    public DateTime At { get; set; }

    public DateTime? MaybeAt { get; set; }

    public DateTimeOffset Moment { get; set; }

    public DateTimeOffset? MaybeMoment { get; set; }

    public DateOnly Day { get; set; }

    public DateOnly? MaybeDay { get; set; }

    public TimeOnly Clock { get; set; }

    public TimeOnly? MaybeClock { get; set; }

    public TimeSpan Span { get; set; }

    public TimeSpan? MaybeSpan { get; set; }

    public Guid Key { get; set; }

    public Guid? MaybeKey { get; set; }

    public required Uri Link { get; set; }

    public Uri? MaybeLink { get; set; }

    public required byte[] Data { get; set; }

    public byte[]? MaybeData { get; set; }

    public ChannelKind Kind { get; set; }

    public ChannelKind? MaybeKind { get; set; }

    public Level Level { get; set; }

    public Level? MaybeLevel { get; set; }

    public required List<string> Tags { get; set; }

    public Dictionary<string, int>? MaybeMap { get; set; }

    public static SampleTable Table { get; } = new();

    public static SampleRepository Db { get; } = new(Table);

    public virtual bool Equals(Sample? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public enum Level
{
    Low,
    Middle,
    High,
}

public static class LevelJson
{
    public static EnumCodec<Level> Codec { get; } = PodJson.EnumByIndex<Level>("Level", 3);
}

public sealed class SampleRepository(SampleTable table) : Repository<Sample, long, SampleTable, SampleInclude>(table);

public sealed class SampleInclude : Include<Sample>;
