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
        Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);
        Flag = Add(new BooleanColumn(this, "flag"), static row => row.Flag);
        MaybeFlag = Add(new BooleanColumn(this, "maybeFlag", nullable: true), static row => row.MaybeFlag);
        Small = Add(new NumberColumn<short>(this, "small"), static row => row.Small);
        MaybeSmall = Add(new NumberColumn<short>(this, "maybeSmall", nullable: true), static row => row.MaybeSmall);
        Whole = Add(new NumberColumn<int>(this, "whole"), static row => row.Whole);
        MaybeWhole = Add(new NumberColumn<int>(this, "maybeWhole", nullable: true), static row => row.MaybeWhole);
        Big = Add(new NumberColumn<long>(this, "big"), static row => row.Big);
        MaybeBig = Add(new NumberColumn<long>(this, "maybeBig", nullable: true), static row => row.MaybeBig);
        Real = Add(new NumberColumn<float>(this, "real"), static row => row.Real);
        MaybeReal = Add(new NumberColumn<float>(this, "maybeReal", nullable: true), static row => row.MaybeReal);
        Precise = Add(new NumberColumn<double>(this, "precise"), static row => row.Precise);
        MaybePrecise = Add(new NumberColumn<double>(this, "maybePrecise", nullable: true), static row => row.MaybePrecise);
        Money = Add(new NumberColumn<decimal>(this, "money"), static row => row.Money);
        MaybeMoney = Add(new NumberColumn<decimal>(this, "maybeMoney", nullable: true), static row => row.MaybeMoney);
        Huge = Add(new NumberColumn<BigInteger>(this, "huge"), static row => row.Huge);
        MaybeHuge = Add(new NumberColumn<BigInteger>(this, "maybeHuge", nullable: true), static row => row.MaybeHuge);
        Text = Add(new TextColumn(this, "text"), static row => row.Text);
        MaybeText = Add(new TextColumn(this, "maybeText", nullable: true), static row => row.MaybeText);
        At = Add(new DateTimeColumn(this, "at"), static row => row.At);
        MaybeAt = Add(new DateTimeColumn(this, "maybeAt", nullable: true), static row => row.MaybeAt);
        Moment = Add(new DateTimeOffsetColumn(this, "moment"), static row => row.Moment);
        MaybeMoment = Add(new DateTimeOffsetColumn(this, "maybeMoment", nullable: true), static row => row.MaybeMoment);
        Day = Add(new DateOnlyColumn(this, "day"), static row => row.Day);
        MaybeDay = Add(new DateOnlyColumn(this, "maybeDay", nullable: true), static row => row.MaybeDay);
        Clock = Add(new TimeOnlyColumn(this, "clock"), static row => row.Clock);
        MaybeClock = Add(new TimeOnlyColumn(this, "maybeClock", nullable: true), static row => row.MaybeClock);
        Span = Add(new TimeSpanColumn(this, "span"), static row => row.Span);
        MaybeSpan = Add(new TimeSpanColumn(this, "maybeSpan", nullable: true), static row => row.MaybeSpan);
        Key = Add(new GuidColumn(this, "key"), static row => row.Key);
        MaybeKey = Add(new GuidColumn(this, "maybeKey", nullable: true), static row => row.MaybeKey);
        Link = Add(new UriColumn(this, "link"), static row => row.Link);
        MaybeLink = Add(new UriColumn(this, "maybeLink", nullable: true), static row => row.MaybeLink);
        Data = Add(new BytesColumn(this, "data"), static row => row.Data);
        MaybeData = Add(new BytesColumn(this, "maybeData", nullable: true), static row => row.MaybeData);
        Kind = Add(new EnumColumn<ChannelKind>(this, "kind", ChannelKindJson.Codec), static row => row.Kind);
        MaybeKind = Add(new EnumColumn<ChannelKind>(this, "maybeKind", ChannelKindJson.Codec, nullable: true), static row => row.MaybeKind);
        Level = Add(new EnumColumn<Level>(this, "level", LevelJson.Codec), static row => row.Level);
        MaybeLevel = Add(new EnumColumn<Level>(this, "maybeLevel", LevelJson.Codec, nullable: true), static row => row.MaybeLevel);
        Tags = Add(new JsonColumn<List<string>>(this, "tags", TagsJson), static row => row.Tags);
        MaybeMap = Add(new JsonColumn<Dictionary<string, int>>(this, "maybeMap", MapJson, nullable: true), static row => row.MaybeMap);
    }

    public override NumberColumn<long> Id { get; }

    public BooleanColumn Flag { get; }

    public BooleanColumn MaybeFlag { get; }

    public NumberColumn<short> Small { get; }

    public NumberColumn<short> MaybeSmall { get; }

    public NumberColumn<int> Whole { get; }

    public NumberColumn<int> MaybeWhole { get; }

    public NumberColumn<long> Big { get; }

    public NumberColumn<long> MaybeBig { get; }

    public NumberColumn<float> Real { get; }

    public NumberColumn<float> MaybeReal { get; }

    public NumberColumn<double> Precise { get; }

    public NumberColumn<double> MaybePrecise { get; }

    public NumberColumn<decimal> Money { get; }

    public NumberColumn<decimal> MaybeMoney { get; }

    public NumberColumn<BigInteger> Huge { get; }

    public NumberColumn<BigInteger> MaybeHuge { get; }

    public TextColumn Text { get; }

    public TextColumn MaybeText { get; }

    public DateTimeColumn At { get; }

    public DateTimeColumn MaybeAt { get; }

    public DateTimeOffsetColumn Moment { get; }

    public DateTimeOffsetColumn MaybeMoment { get; }

    public DateOnlyColumn Day { get; }

    public DateOnlyColumn MaybeDay { get; }

    public TimeOnlyColumn Clock { get; }

    public TimeOnlyColumn MaybeClock { get; }

    public TimeSpanColumn Span { get; }

    public TimeSpanColumn MaybeSpan { get; }

    public GuidColumn Key { get; }

    public GuidColumn MaybeKey { get; }

    public UriColumn Link { get; }

    public UriColumn MaybeLink { get; }

    public BytesColumn Data { get; }

    public BytesColumn MaybeData { get; }

    public EnumColumn<ChannelKind> Kind { get; }

    public EnumColumn<ChannelKind> MaybeKind { get; }

    public EnumColumn<Level> Level { get; }

    public EnumColumn<Level> MaybeLevel { get; }

    public JsonColumn<List<string>> Tags { get; }

    public JsonColumn<Dictionary<string, int>> MaybeMap { get; }

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
