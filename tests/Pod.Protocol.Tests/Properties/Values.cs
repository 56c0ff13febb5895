using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests.Properties;

/// <summary>Values as the wire can carry them: what a codec cuts off (ticks below a microsecond, for one) is not generated.</summary>
internal static class Values
{
    public static EnumCodec<Level> Levels { get; } = PodJson.EnumByName<Level>("Level", ["low", "very_high"]);

    public static ModelRegistry Models { get; } = new([ModelType.Of<Node>(), ModelType.Of<Leaf>(), ModelType.OfEnum(Levels)]);

    public static DynamicOrNullCodec DynamicCodec { get; } = PodJson.DynamicOrNull(static () => Models);

    public static Gen<long> Int64 { get; } = Gen.OneOf(Of<long>(), Gen.Elements(long.MinValue, long.MaxValue, 0, int.MaxValue + 1L));

    public static Gen<double> Double { get; } = Gen.OneOf(Of<double>().Where(double.IsFinite), Gen.Elements(double.MaxValue, double.Epsilon, -0.0));

    public static Gen<float> Single { get; } = Gen.OneOf(Of<float>().Where(float.IsFinite), Gen.Elements(float.MaxValue, float.Epsilon, 0.1f));

    public static Gen<BigInteger> BigInteger { get; } = Of<byte[]>().Select(static bytes => new BigInteger(bytes));

    // What is not valid Unicode cannot be written; the pair makes an emoji probable.
    public static Gen<string> Text { get; } = Gen.OneOf(
        Of<string>().Where(static text => text is not null).Select(static text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))),
        Gen.Elements("", "\"", "\\", "\u0000\u001f\u2028", "it's <b> & 😀", "__className__", "null"));

    public static Gen<string?> TextOrNull { get; } =
        Gen.Frequency((1, Gen.Constant<string?>(null)), (4, Text.Select(static text => (string?)text)));

    public static Gen<byte[]> Bytes { get; } = Of<byte[]>().Where(static bytes => bytes is not null);

    public static Gen<Uri> Uri { get; } = Gen.OneOf(
        Gen.Elements("https://example.com/a?b=c#d", "", "/a b", "ä/../ö", "mailto:a@b"),
        Text.Where(static text => System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)))
        .Select(static text => new Uri(text, UriKind.RelativeOrAbsolute));

    public static Gen<DateTime> DateTime { get; } =
        Microseconds(System.DateTime.MaxValue.Ticks).Select(static ticks => new DateTime(ticks, DateTimeKind.Utc));

    public static Gen<DateTimeOffset> DateTimeOffset { get; } =
        from ticks in Microseconds(System.DateTime.MaxValue.Ticks - (2 * System.TimeSpan.TicksPerDay))
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(ticks + System.TimeSpan.TicksPerDay, System.TimeSpan.FromMinutes(minutes));

    public static Gen<DateOnly> DateOnly { get; } = Gen.Choose(0, System.DateOnly.MaxValue.DayNumber).Select(System.DateOnly.FromDayNumber);

    public static Gen<TimeOnly> TimeOnly { get; } = Microseconds(System.TimeSpan.TicksPerDay - 1).Select(static ticks => new TimeOnly(ticks));

    public static Gen<TimeSpan> TimeSpan { get; } = Int64.Select(static value => System.TimeSpan.FromMilliseconds(value % 100_000_000_000_000));

    public static Gen<Vector> Vector { get; } = Single.NonEmptyListOf().Select(static values => new Vector([.. values]));

    public static Gen<HalfVector> HalfVector { get; } =
        Gen.OneOf(Of<float>().Select(static value => (Half)value).Where(Half.IsFinite), Gen.Elements(Half.MaxValue, Half.Epsilon, (Half)0.1))
            .NonEmptyListOf().Select(static values => new HalfVector([.. values]));

    public static Gen<SparseVector> SparseVector { get; } =
        Gen.Frequency((3, Gen.Constant(0f)), (1, Single)).NonEmptyListOf().Select(static values => new SparseVector([.. values]));

    public static Gen<Bit> Bit { get; } = Of<bool>().ListOf().Select(static values => new Bit([.. values]));

    public static Gen<Node> Node { get; } = NodeOf(2);

    public static Gen<object?> Dynamic { get; } = DynamicOf(3);

    public static Gen<T> Of<T>() => ArbMap.Default.GeneratorFor<T>();

    public static Gen<List<T>> ListOf<T>(Gen<T> values) => values.ListOf().Select(static list => list.ToList());

    public static Gen<Dictionary<TKey, TValue>> MapOf<TKey, TValue>(Gen<TKey> keys, Gen<TValue> values)
        where TKey : notnull
        => from list in (from key in keys from value in values select (Key: key, Value: value)).ListOf()
           select list.DistinctBy(static pair => pair.Key).ToDictionary(static pair => pair.Key, static pair => pair.Value);

    public static Gen<T?> OrNull<T>(Gen<T> values)
        where T : struct
        => Gen.Frequency((1, Gen.Constant<T?>(null)), (4, values.Select(static value => (T?)value)));

    private static Gen<long> Microseconds(long most) => Of<ulong>().Select(value => (long)(value % (ulong)most) / 10 * 10);

    private static Gen<Node> NodeOf(int depth)
        => from name in Text
           from data in Bytes
           from isLeaf in Of<bool>()
           from tags in ListOf(TextOrNull)
           from children in depth == 0 ? Gen.Constant(new List<Node>()) : NodeOf(depth - 1).ListOf(2).Select(static list => list.ToList())
           select isLeaf ? new Leaf { Name = name, Data = data } : new Node { Name = name, Tags = tags, Children = children };

    private static Gen<object?> DynamicOf(int depth)
    {
        var scalars = Gen.OneOf(
            Gen.Constant<object?>(null), Boxed(Of<bool>()), Boxed(Int64), Boxed(Double), Boxed(Text), Boxed(DateTime), Boxed(TimeSpan), Boxed(Of<Guid>()),
            Boxed(BigInteger), Boxed(Of<decimal>()), Boxed(DateTimeOffset), Boxed(DateOnly), Boxed(TimeOnly), Boxed(Vector), Boxed(HalfVector),
            Boxed(SparseVector), Boxed(Bit), Boxed(Gen.Elements(Level.Low, Level.VeryHigh)));
        if (depth == 0)
        {
            return scalars;
        }

        var inner = DynamicOf(depth - 1);
        return Gen.OneOf(
            scalars,
            Boxed(inner.ListOf(3).Select(static list => list.ToList())),
            Boxed(scalars.ListOf(3).Select(static list => list.ToHashSet())),
            Boxed(MapOf(Text, inner)),
            Boxed(MapOf(Int64.Select(static key => (object)key), inner)));
    }

    private static Gen<object?> Boxed<T>(Gen<T> values) => values.Select(static value => (object?)value);
}
