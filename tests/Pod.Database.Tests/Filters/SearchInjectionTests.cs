using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Filters;

/// <summary>Paths, values and questions of users stay values.</summary>
[Collection(DatabaseTests.Name)]
public sealed class SearchInjectionTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.Elements(
            "\"", "'", "\\", ":", "*", "!", "&", "|", "(", ")", "<->", "<2>", "-", " or ", "OR", "and", "\0", "\ud800", "\udc00", "\ud83d\ude00", "$1", "?", "@@", "::",
            "printer", "print", "ink", "the", "\n", ":*", "''", "\\'", "%", "_", "a:B", "x'y", "O'Neil", "é", "/etc/passwd", "http://a.b/c?d=e", "a@b.c", "-5.5e3", "<b>"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    public static TheoryData<string> Attacks => InjectionTests.Attacks;

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Keys_and_values_of_JSON_stay_values(string text)
    {
        await using (var connection = new NpgsqlConnection(chat.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var insert = new NpgsqlCommand("""INSERT INTO "document" ("body", "text") VALUES (jsonb_build_object($1, $1, 'list', jsonb_build_array($1)), $1)""", connection);
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            await insert.ExecuteNonQueryAsync();
        }

        Func<DocumentTable, Filter>[] filters =
        [
            t => t.Body[text] == text,
            t => t.Body.Json(text).AsText() == text && t.Body.Json("list", 0) == text,
            t => t.Body.HasKey(text) && !t.Body.HasKey(text + text),
            t => t.Body.Json(text).Exists() && !t.Body.Json("list", text).Exists() && t.Body.Json(text, text).AsLong() == null,
            t => t.Body.JsonContains(new JsonObject { [text] = text }),
            t => t.Body.JsonContains(new Dictionary<string, string> { [text] = text }),
            t => t.Body.JsonContains(new { list = new[] { text } }),
        ];
        foreach (var filter in filters)
        {
            Assert.Equal([text], await Document.Db.SelectAsync(chat.Session, t => Select.Of(t.Text.NotNull()), filter));
        }

        var plans = chat.Database.Plans.Count;
        await Document.Db.FindAsync(chat.Session, t => t.Body["other"] == "other");
        await Document.Db.FindAsync(chat.Session, t => t.Body[text] == text && t.Search.Matches(text));
        await Document.Db.FindAsync(chat.Session, t => t.Body["other"] == "value" && t.Search.Matches("something"));
        Assert.InRange(chat.Database.Plans.Count - plans, 0, 2);
        await chat.ExecuteAsync("""TRUNCATE "document" """);
    }

    [Fact]
    public void Any_text_is_a_question()
        => Prop.ForAll(
            Arb.From(from parts in Nasty.ArrayOf() from glue in Gen.Elements("", " ") select string.Join(glue, parts)),
            text => Task.Run(async () =>
            {
                await Document.Db.CountAsync(chat.Session, t => t.Search.Matches(text));
                await Document.Db.SelectAsync(chat.Session, t => Select.Of(t.Id, t.Search.Rank(text), t.Search.Rank(text, true)), t => t.Search.Matches(text, prefix: true));
            }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("word or ")]
    [InlineData("b ")]
    [InlineData("-b ")]
    [InlineData("b/")]
    [InlineData("\"b c\" or -")]
    public async Task Very_long_texts_are_questions(string text)
    {
        text = string.Concat(Enumerable.Repeat(text, 30_000));
        Assert.Equal(0, await Document.Db.CountAsync(chat.Session, t => t.Search.Matches(text) && t.Search.Matches(text, prefix: true)));
    }
}
