using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Pod.GeneratedCode.Tests.Support;
using Pod.Protocol;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class JsonRoundTripTests
{
    [Fact]
    public void Every_scalar_survives()
    {
        var value = Samples.Everything();

        var copy = Everything.FromJson(value.ToJson());

        Assert.Equal(value.ToJson(), copy.ToJson());
        Assert.Equal(value.Huge, copy.Huge);
        Assert.Equal(value.Bytes, copy.Bytes);
        Assert.Equal((value.Moment, value.Day, value.Time, value.Span), (copy.Moment, copy.Day, copy.Time, copy.Span));
    }

    [Fact]
    public void Null_members_are_left_out()
    {
        var json = JsonDocument.Parse(Samples.Everything().ToJson()).RootElement;

        Assert.DoesNotContain(json.EnumerateObject(), static property => property.Name.EndsWith('N') || property.Value.ValueKind == JsonValueKind.Null);
        Assert.Equal("__className__", json.EnumerateObject().First().Name);
        Assert.False(json.TryGetProperty("id", out _));
    }

    [Fact]
    public void Filled_optional_members_survive()
    {
        var value = Samples.Everything() with { NumberN = 0, TextN = "", MoodN = Mood.Sad, LevelN = Level.High, BytesN = [], HugeN = BigInteger.MinusOne };

        var copy = Everything.FromJson(value.ToJson());

        Assert.Equal((0, "", Mood.Sad, Level.High, BigInteger.MinusOne), (copy.NumberN, copy.TextN, copy.MoodN, copy.LevelN, copy.HugeN));
        Assert.Empty(copy.BytesN!);
    }

    [Fact]
    public void Enums_are_written_as_the_file_says()
    {
        var json = JsonDocument.Parse((Samples.Everything() with { Mood = Mood.InBetween, Level = Level.High }).ToJson()).RootElement;

        Assert.Equal(("in_between", 1), (json.GetProperty("mood").GetString(), json.GetProperty("level").GetInt32()));
    }

    [Fact]
    public void Collections_survive_nested_and_nullable()
    {
        var value = Samples.Collections();

        var copy = Collections.FromJson(value.ToJson());

        Assert.Equal(value.ToJson(), copy.ToJson());
        Assert.Equal(["a", null], copy.MaybeNames!);
        Assert.Equal([Mood.Happy], copy.ByDay[new DateOnly(2026, 1, 31)]);
        Assert.Null(copy.MaybePlaces["gone"]);
        Assert.Equal("inner", copy.Places[0].Inner!.Name);
    }

    [Fact]
    public void A_missing_member_reads_as_its_default()
    {
        var value = Defaults.FromJson("{}");

        Assert.True(value.Flag);
        Assert.Equal((-3, 9_000_000_000L, 1.5, 9.99m), (value.Number, value.Big, value.Real, value.Money));
        Assert.Equal("it's \"quoted\"", value.Text);
        Assert.Equal(new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc), value.Moment);
        Assert.Equal(new TimeSpan(1, 2, 30, 0), value.Span);
        Assert.Equal((new DateOnly(2026, 1, 31), new TimeOnly(8, 30)), (value.Day, value.Time));
        Assert.Equal((Mood.Sad, Level.High, "none", 7), (value.Mood, value.Level, value.Nickname, value.ModelOnly));
        Assert.Equal(BigInteger.Parse("123456789012345678901234567890", CultureInfo.InvariantCulture), value.Huge);
        Assert.Null(value.ColumnOnly);
    }

    [Fact]
    public void A_null_that_differs_from_the_default_survives() =>
        Assert.Null(Defaults.FromJson(new Defaults { Nickname = null }.ToJson()).Nickname);

    [Fact]
    public void A_missing_member_without_default_is_named()
    {
        var failure = Assert.Throws<PodJsonException>(static () => Place.FromJson("""{"name":"a","inner":{"latitude":1}}"""));

        Assert.Contains("$.inner.name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_type_is_located_without_its_value()
    {
        var failure = Assert.Throws<PodJsonException>(static () => Place.FromJson("""{"name":"a","inner":{"name":"b","latitude":"secret"}}"""));

        Assert.Contains("$.inner.latitude", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_members_stay_on_the_server()
    {
        var person = new Person { Name = "Ada", Secret = "s", MentorId = null };

        Assert.Contains("secret", person.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", person.ToJsonForProtocol(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", person.ToString(), StringComparison.Ordinal);
        Assert.Null(typeof(Sample.Client.Person).GetProperty("Secret"));
        Assert.Null(typeof(Sample.Client.Person).Assembly.GetType("Sample.Client.SecretNote"));
    }

    [Fact]
    public void Hidden_members_are_read_from_everybody_but_clients()
    {
        var json = new Person { Name = "Ada", Secret = "s", MentorId = null, Mentor = new Person { Name = "Bob", Secret = "t", MentorId = null } }.ToJson();

        var stored = Person.FromJson(json);
        var sent = PodJson.Decode(PodJson.Model<Person>(), json, JsonAudience.Visible);

        Assert.Equal(("s", "t"), (stored.Secret, stored.Mentor!.Secret));
        Assert.Equal((null, null, "Bob"), (sent.Secret, sent.Mentor!.Secret, sent.Mentor.Name));
    }

    [Fact]
    public void Server_and_client_write_the_same_json() =>
        Assert.Equal(Samples.Everything().ToJsonForProtocol(), Sample.Client.Everything.FromJson(Samples.Everything().ToJsonForProtocol()).ToJson());
}
