using System.Numerics;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

public sealed class SampleTable : Table<Sample, long>
{
    private static readonly JsonCodec<List<string>> TagsJson = PodJson.List(PodJson.String);
    private static readonly JsonCodec<Dictionary<string, int>> MapJson = PodJson.Map(PodJson.Int32);

    public SampleTable()
        : this(null)
    {
    }

    internal SampleTable(TableJoin? join)
        : base("sample", join)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Flag = Add(new BooleanColumn<bool>(this, "flag"), static row => row.Flag);
        MaybeFlag = Add(new BooleanColumn<bool?>(this, "maybeFlag", nullable: true), static row => row.MaybeFlag);
        Small = Add(new NumberColumn<short, short>(this, "small"), static row => row.Small);
        MaybeSmall = Add(new NumberColumn<short, short?>(this, "maybeSmall", nullable: true), static row => row.MaybeSmall);
        Whole = Add(new NumberColumn<int, int>(this, "whole"), static row => row.Whole);
        MaybeWhole = Add(new NumberColumn<int, int?>(this, "maybeWhole", nullable: true), static row => row.MaybeWhole);
        Big = Add(new NumberColumn<long, long>(this, "big"), static row => row.Big);
        MaybeBig = Add(new NumberColumn<long, long?>(this, "maybeBig", nullable: true), static row => row.MaybeBig);
        Real = Add(new NumberColumn<float, float>(this, "real"), static row => row.Real);
        MaybeReal = Add(new NumberColumn<float, float?>(this, "maybeReal", nullable: true), static row => row.MaybeReal);
        Precise = Add(new NumberColumn<double, double>(this, "precise"), static row => row.Precise);
        MaybePrecise = Add(new NumberColumn<double, double?>(this, "maybePrecise", nullable: true), static row => row.MaybePrecise);
        Money = Add(new NumberColumn<decimal, decimal>(this, "money"), static row => row.Money);
        MaybeMoney = Add(new NumberColumn<decimal, decimal?>(this, "maybeMoney", nullable: true), static row => row.MaybeMoney);
        Huge = Add(new NumberColumn<BigInteger, BigInteger>(this, "huge"), static row => row.Huge);
        MaybeHuge = Add(new NumberColumn<BigInteger, BigInteger?>(this, "maybeHuge", nullable: true), static row => row.MaybeHuge);
        Text = Add(new TextColumn<string>(this, "text"), static row => row.Text);
        MaybeText = Add(new TextColumn<string?>(this, "maybeText", nullable: true), static row => row.MaybeText);
        At = Add(new DateTimeColumn<DateTime>(this, "at"), static row => row.At);
        MaybeAt = Add(new DateTimeColumn<DateTime?>(this, "maybeAt", nullable: true), static row => row.MaybeAt);
        Moment = Add(new DateTimeOffsetColumn<DateTimeOffset>(this, "moment"), static row => row.Moment);
        MaybeMoment = Add(new DateTimeOffsetColumn<DateTimeOffset?>(this, "maybeMoment", nullable: true), static row => row.MaybeMoment);
        Day = Add(new DateOnlyColumn<DateOnly>(this, "day"), static row => row.Day);
        MaybeDay = Add(new DateOnlyColumn<DateOnly?>(this, "maybeDay", nullable: true), static row => row.MaybeDay);
        Clock = Add(new TimeOnlyColumn<TimeOnly>(this, "clock"), static row => row.Clock);
        MaybeClock = Add(new TimeOnlyColumn<TimeOnly?>(this, "maybeClock", nullable: true), static row => row.MaybeClock);
        Span = Add(new TimeSpanColumn<TimeSpan>(this, "span"), static row => row.Span);
        MaybeSpan = Add(new TimeSpanColumn<TimeSpan?>(this, "maybeSpan", nullable: true), static row => row.MaybeSpan);
        Key = Add(new GuidColumn<Guid>(this, "key"), static row => row.Key);
        MaybeKey = Add(new GuidColumn<Guid?>(this, "maybeKey", nullable: true), static row => row.MaybeKey);
        Link = Add(new UriColumn<Uri>(this, "link"), static row => row.Link);
        MaybeLink = Add(new UriColumn<Uri?>(this, "maybeLink", nullable: true), static row => row.MaybeLink);
        Data = Add(new BytesColumn<byte[]>(this, "data"), static row => row.Data);
        MaybeData = Add(new BytesColumn<byte[]?>(this, "maybeData", nullable: true), static row => row.MaybeData);
        Kind = Add(new EnumColumn<ChannelKind, ChannelKind>(this, "kind", ChannelKindJson.Codec), static row => row.Kind);
        MaybeKind = Add(new EnumColumn<ChannelKind, ChannelKind?>(this, "maybeKind", ChannelKindJson.Codec, nullable: true), static row => row.MaybeKind);
        Level = Add(new EnumColumn<Level, Level>(this, "level", LevelJson.Codec), static row => row.Level);
        MaybeLevel = Add(new EnumColumn<Level, Level?>(this, "maybeLevel", LevelJson.Codec, nullable: true), static row => row.MaybeLevel);
        Tags = Add(new JsonColumn<List<string>, List<string>>(this, "tags", TagsJson), static row => row.Tags);
        MaybeMap = Add(new JsonColumn<Dictionary<string, int>, Dictionary<string, int>?>(this, "maybeMap", MapJson, nullable: true, plain: true), static row => row.MaybeMap);
    }

    public override NumberColumn<long, long> Id { get; }

    public BooleanColumn<bool> Flag { get; }

    public BooleanColumn<bool?> MaybeFlag { get; }

    public NumberColumn<short, short> Small { get; }

    public NumberColumn<short, short?> MaybeSmall { get; }

    public NumberColumn<int, int> Whole { get; }

    public NumberColumn<int, int?> MaybeWhole { get; }

    public NumberColumn<long, long> Big { get; }

    public NumberColumn<long, long?> MaybeBig { get; }

    public NumberColumn<float, float> Real { get; }

    public NumberColumn<float, float?> MaybeReal { get; }

    public NumberColumn<double, double> Precise { get; }

    public NumberColumn<double, double?> MaybePrecise { get; }

    public NumberColumn<decimal, decimal> Money { get; }

    public NumberColumn<decimal, decimal?> MaybeMoney { get; }

    public NumberColumn<BigInteger, BigInteger> Huge { get; }

    public NumberColumn<BigInteger, BigInteger?> MaybeHuge { get; }

    public TextColumn<string> Text { get; }

    public TextColumn<string?> MaybeText { get; }

    public DateTimeColumn<DateTime> At { get; }

    public DateTimeColumn<DateTime?> MaybeAt { get; }

    public DateTimeOffsetColumn<DateTimeOffset> Moment { get; }

    public DateTimeOffsetColumn<DateTimeOffset?> MaybeMoment { get; }

    public DateOnlyColumn<DateOnly> Day { get; }

    public DateOnlyColumn<DateOnly?> MaybeDay { get; }

    public TimeOnlyColumn<TimeOnly> Clock { get; }

    public TimeOnlyColumn<TimeOnly?> MaybeClock { get; }

    public TimeSpanColumn<TimeSpan> Span { get; }

    public TimeSpanColumn<TimeSpan?> MaybeSpan { get; }

    public GuidColumn<Guid> Key { get; }

    public GuidColumn<Guid?> MaybeKey { get; }

    public UriColumn<Uri> Link { get; }

    public UriColumn<Uri?> MaybeLink { get; }

    public BytesColumn<byte[]> Data { get; }

    public BytesColumn<byte[]?> MaybeData { get; }

    public EnumColumn<ChannelKind, ChannelKind> Kind { get; }

    public EnumColumn<ChannelKind, ChannelKind?> MaybeKind { get; }

    public EnumColumn<Level, Level> Level { get; }

    public EnumColumn<Level, Level?> MaybeLevel { get; }

    public JsonColumn<List<string>, List<string>> Tags { get; }

    public JsonColumn<Dictionary<string, int>, Dictionary<string, int>?> MaybeMap { get; }

    public override Sample ReadRow(RowReader row) => new()
    {
        Id = row.Int64(0),
        Flag = row.Boolean(1),
        MaybeFlag = row.BooleanOrNull(2),
        Small = row.Int16(3),
        MaybeSmall = row.Int16OrNull(4),
        Whole = row.Int32(5),
        MaybeWhole = row.Int32OrNull(6),
        Big = row.Int64(7),
        MaybeBig = row.Int64OrNull(8),
        Real = row.Single(9),
        MaybeReal = row.SingleOrNull(10),
        Precise = row.Double(11),
        MaybePrecise = row.DoubleOrNull(12),
        Money = row.Decimal(13),
        MaybeMoney = row.DecimalOrNull(14),
        Huge = row.BigInteger(15),
        MaybeHuge = row.BigIntegerOrNull(16),
        Text = row.String(17),
        MaybeText = row.StringOrNull(18),
        At = row.DateTime(19),
        MaybeAt = row.DateTimeOrNull(20),
        Moment = row.DateTimeOffset(21),
        MaybeMoment = row.DateTimeOffsetOrNull(22),
        Day = row.DateOnly(23),
        MaybeDay = row.DateOnlyOrNull(24),
        Clock = row.TimeOnly(25),
        MaybeClock = row.TimeOnlyOrNull(26),
        Span = row.TimeSpan(27),
        MaybeSpan = row.TimeSpanOrNull(28),
        Key = row.Guid(29),
        MaybeKey = row.GuidOrNull(30),
        Link = row.Uri(31),
        MaybeLink = row.UriOrNull(32),
        Data = row.Bytes(33),
        MaybeData = row.BytesOrNull(34),
        Kind = row.Enum(35, ChannelKindJson.Codec),
        MaybeKind = row.EnumOrNull(36, ChannelKindJson.Codec),
        Level = row.Enum(37, LevelJson.Codec),
        MaybeLevel = row.EnumOrNull(38, LevelJson.Codec),
        Tags = row.Json(39, TagsJson),
        MaybeMap = row.JsonOrNull(40, MapJson),
    };
}
