using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using NpgsqlTypes;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Properties;

/// <summary>Random JSON of any shape, read at random paths; System.Text.Json knows what stands there.</summary>
[Collection(DatabaseTests.Name)]
public sealed class JsonPropertyTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    private static readonly string[] Keys = ["a", "b", "0", "", "it's", "\"q\"", "$.a", "{a,b}", "\\", "'; DROP TABLE \"document\"; --", "ü\u2028", "a b"];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "5.0", "5.5", "-7", "1e3", "12e-1", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "1e400", "-1e400", "1e-400", "5e-324", "1.7976931348623157e308", "1.8e308", "79228162514264337593543950335",
        "79228162514264337593543950336", "\"\"", "\"text\"", "\"5\"", "\"true\"", "\"it's\"", "\"2026-03-01T12:00:00Z\"", "\"2026-03-01T12:00:00.123456+02:00\"",
        "\"2024-02-29T00:00:00Z\"", "\"2026-02-29T00:00:00Z\"", "\"2026-02-30T00:00:00Z\"", "\"2026-04-31T00:00:00Z\"", "\"0000-01-01T00:00:00Z\"",
        "\"2026-03-01\"", "\"now\"", "\"infinity\"", "\"2026-03-01T24:00:00Z\"", "\"1900-02-29T00:00:00Z\"", "\"2000-02-29T23:59:59-14:00\"", "\"x2026-03-01T12:00:00Z\"",
        "\"2026-03-01T12:00:00Z\\n\"",
    ];

    private static readonly Gen<string> Json = Gen.Sized(size => JsonOf(Math.Min(size, 4)));

    private static readonly Gen<JsonPathPart[]> Paths = Gen.OneOf(
        Gen.Elements(Keys).Select(key => (JsonPathPart)key), Gen.Choose(-3, 3).Select(position => (JsonPathPart)position)).ArrayOf().Where(path => path.Length < 4);

    [Fact]
    public void Values_at_paths_are_read_or_null_but_never_an_error()
        => Prop.ForAll(
            Arb.From(from json in Json.ListOf(12) from path in Paths select (json, path)),
            c => Task.Run(() => HoldsAsync([.. c.json], c.path)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public async Task Every_scalar_is_read_as_every_type()
    {
        Assert.True(await HoldsAsync(Scalars, []));
        Assert.True(await HoldsAsync([.. Scalars.Select(scalar => $$"""{"it's": [{{scalar}}]}""")], ["it's", 0]));
        Assert.True(await HoldsAsync([.. Scalars.Select(scalar => $"[{scalar}]")], []));
    }

    private static Gen<string> JsonOf(int depth)
        => depth == 0
            ? Gen.Elements(Scalars)
            : Gen.OneOf(
                Gen.Elements(Scalars),
                JsonOf(depth - 1).ListOf(2).Select(items => $"[{string.Join(',', items)}]"),
                (from keys in Gen.Elements(Keys).ListOf(3) from values in JsonOf(depth - 1).ListOf(3) select (keys, values)).Select(pair =>
                    $"{{{string.Join(',', pair.keys.Distinct().Zip(pair.values, (key, value) => $"{JsonSerializer.Serialize(key)}:{value}"))}}}"));

    private static string? At(string json, JsonPathPart[] path)
    {
        JsonElement? current = JsonDocument.Parse(json).RootElement;
        foreach (var part in path)
        {
            var isNumber = int.TryParse(part.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position);
            current = current switch
            {
                { ValueKind: JsonValueKind.Object } value when value.TryGetProperty(part.Text, out var member) => member,
                { ValueKind: JsonValueKind.Array } value when isNumber && position < value.GetArrayLength() && position >= -value.GetArrayLength()
                    => value[position < 0 ? value.GetArrayLength() + position : position],
                _ => null,
            };
        }

        return current?.GetRawText();
    }

    private static (string?, long?, double?, bool?, DateTime?) Expected(string? raw)
    {
        var value = raw is null ? default : JsonDocument.Parse(raw).RootElement;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var number = value.ValueKind == JsonValueKind.Number ? double.Parse(raw!, CultureInfo.InvariantCulture) : (double?)null;
        var isZero = raw is not null && number is 0 && raw.TrimStart('-').TrimStart('0', '.').Length == 0;
        var whole = number is not null && Math.Abs(number.Value) < 1e20 && number == Math.Floor(number.Value) && (number != 0 || isZero)
            ? BigInteger.Parse(raw!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : (BigInteger?)null;
        return (
            text,
            whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null,
            number is { } real && double.IsFinite(real) && (real != 0 || isZero) ? real : null,
            value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null,
            text?.Contains('T', StringComparison.Ordinal) == true && !text.EndsWith('\n') && char.IsAsciiDigit(text[0])
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) ? instant.UtcDateTime : null);
    }

    private async Task<bool> HoldsAsync(string[] json, JsonPathPart[] path)
    {
        await chat.ExecuteAsync("""TRUNCATE "document" """);
        await using (var connection = new NpgsqlConnection(chat.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var insert = new NpgsqlCommand("""INSERT INTO "document" ("body") SELECT j::jsonb FROM unnest($1) WITH ORDINALITY AS u (j, n) ORDER BY n""", connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            await insert.ExecuteNonQueryAsync();
        }

        var found = await Document.Db.SelectAsync(
            chat.Session,
            t => Select.Of(
                t.Body.Json(path).AsText(), t.Body.Json(path).AsLong(), t.Body.Json(path).AsDouble(), t.Body.Json(path).AsBool(), t.Body.Json(path).AsDateTime()),
            orderBy: t => t.Id);
        var expected = json.Select(text => At(text, path)).ToList();
        Assert.Equal(expected.Select(Expected), found);
        var decimals = await Document.Db.CountAsync(chat.Session, t => t.Body.Json(path).AsDecimal() != null);
        Assert.Equal(
            expected.Count(raw => raw is not null && (char.IsAsciiDigit(raw[0]) || raw[0] == '-')
                && Math.Abs(double.Parse(raw, CultureInfo.InvariantCulture)) <= (double)decimal.MaxValue && raw != "79228162514264337593543950336"),
            decimals);
        return await Document.Db.CountAsync(chat.Session, t => t.Body.Json(path).Exists()) == expected.Count(raw => raw is not null);
    }
}
