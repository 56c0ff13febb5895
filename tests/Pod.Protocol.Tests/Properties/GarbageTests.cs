using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pod.Protocol.Tests.Model;

namespace Pod.Protocol.Tests.Properties;

/// <summary>Well-formed JSON of any shape gives a value or a <see cref="PodJsonException"/>, never anything else.</summary>
public sealed class GarbageTests
{
    private static readonly Action<string>[] Codecs =
    [
        Reads(PodJson.Boolean), Reads(PodJson.Int16), Reads(PodJson.Int32), Reads(PodJson.Int64), Reads(PodJson.Single), Reads(PodJson.Double),
        Reads(PodJson.Decimal), Reads(PodJson.String), Reads(PodJson.DateTime), Reads(PodJson.DateTimeOffset), Reads(PodJson.DateOnly),
        Reads(PodJson.TimeOnly), Reads(PodJson.TimeSpan), Reads(PodJson.Guid), Reads(PodJson.Bytes), Reads(PodJson.Uri), Reads(PodJson.BigInteger),
        Reads(PodJson.Vector), Reads(PodJson.HalfVector), Reads(PodJson.SparseVector), Reads(PodJson.Bit), Reads(Values.Levels), Reads(Values.DynamicCodec),
        Reads(PodJson.Model<Node>()), Reads(PodJson.List(PodJson.Nullable(PodJson.Int32))), Reads(PodJson.Set(PodJson.OrNull(PodJson.String))),
        Reads(PodJson.Map(PodJson.Double)), Reads(PodJson.Map(PodJson.Int32, PodJson.Vector)),
        Reads(PodJson.Record<(int, string? N)>()
            .Positional(PodJson.Int32, static (ref r) => ref r.Item1)
            .Named("name", PodJson.OrNull(PodJson.String), static (ref r) => ref r.Item2)),
    ];

    private static readonly Gen<string> Names = Gen.Elements("p", "n", "k", "v", "className", "data", "__className__", "name", "children", "tags");

    private static readonly Gen<string> Texts = Gen.Elements(
        "int", "List<int>", "Map<String,dynamic>", "Set<Node?>", "Map<int,Level>", "Node", "Leaf", "Level", "low", "dynamic", "null", "Vector", "Bit", "0101",
        "[1,2]", "{1:1}/3", "2026-01-31T08:00:00Z", "2026-01-31", "08:00", "-5", "1e9", "decode('AQ==', 'base64')", "");

    [Fact]
    public void Only_bad_json_is_reported() => Prop.ForAll(Json(4).ToArbitrary(), static json =>
    {
        foreach (var read in Codecs)
        {
            read(json);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static Gen<string> Json(int depth)
    {
        var scalars = Gen.OneOf(
            Gen.Elements("null", "true", "false", "0", "1", "-1", "3.5", "1e400", "123456789012345678901234567890"),
            Texts.Select(static text => JsonSerializer.Serialize(text)),
            Values.Text.Select(static text => JsonSerializer.Serialize(text)));
        if (depth == 0)
        {
            return scalars;
        }

        var inner = Json(depth - 1);
        var members = from name in Names from value in inner select $"\"{name}\":{value}";
        var tagged = from name in Texts from value in inner select $$"""{"className":"{{name}}","data":{{value}}}""";
        return Gen.Frequency(
            (2, scalars),
            (2, inner.ListOf(3).Select(static values => $"[{string.Join(',', values)}]")),
            (2, members.ListOf(3).Select(static values => $"{{{string.Join(',', values)}}}")),
            (3, tagged));
    }

    private static Action<string> Reads<T>(JsonCodec<T> codec) => json =>
    {
        try
        {
            PodJson.Decode(codec, json, JsonAudience.Visible);
        }
        catch (PodJsonException e)
        {
            Assert.NotNull(e.Path);
        }
    };
}
