using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using Pod.Database;
using Pod.GeneratedCode.Tests.Support;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Queries;

/// <summary>Conditions on JSON and full-text search, with the tables and indexes of the models.</summary>
public sealed class SearchTests(SampleDatabase database) : IClassFixture<SampleDatabase>
{
    private readonly IDatabaseSession session = database.Session;

    [Fact]
    public async Task Lists_sets_maps_models_records_and_dynamic_values_are_searched()
    {
        var id = (await StoreAsync(new Ticket
        {
            Title = "json",
            Tags = ["a", "b"],
            Labels = new() { ["env"] = "prod", ["o'; --"] = "" },
            Place = new Place { Name = "Oslo", Latitude = 59.9, Inner = new Place { Name = "Grønland" } },
            Path = [1, 2, 2],
            Pair = (7, "seven"),
            Anything = "text",
            Raw = new() { ["x"] = 5 },
        })).Id;
        var other = (await StoreAsync(new Ticket { Title = "other", Tags = [], Labels = [], Path = [], Pair = (0, ""), Raw = [] })).Id;
        Func<TicketTable, Filter>[] filters =
        [
            t => t.Tags.Contains("b"),
            t => t.Tags.ContainsAll("b", "a") && !t.Tags.ContainsAll("a", "c"),
            t => t.Tags.ContainsAny("x", "a") && !t.Tags.ContainsAny("x"),
            t => t.Tags.Length() == 2 && t.Path.Length() == 3 && t.Path.Contains(2) && !t.Path.Contains(3),
            t => t.Labels.HasKey("env") && t.Labels["env"] == "prod" && t.Labels["env"] != "test" && t.Labels["none"] == null,
            t => t.Labels["o'; --"] == "" && t.Labels.HasKey("o'; --"),
            t => t.Place.Json("name").AsText() == "Oslo" && t.Place.Json("latitude").AsDouble() > 59,
            t => t.Place.Json("inner", "name") == "Grønland" && t.Place.Json("inner").Exists() && !t.Place.Json("inner", "inner").Exists(),
            t => t.Place.JsonContains(new { name = "Oslo" }),
            t => t.Place.JsonContains(new JsonObject { ["inner"] = new JsonObject { ["name"] = "Grønland" } }),
            t => t.Place.JsonContains(new Place { Name = "Oslo", Latitude = 59.9, Inner = new Place { Name = "Grønland" } }),
            t => t.Pair.Json("p", 0).AsLong() == 7 && t.Pair.Json("p", -1).AsText() == "seven",
            t => t.Anything.Json("data") == "text" && t.Anything.JsonContains("text") && t.Anything.JsonContains(new JsonObject { ["data"] = "text" }),
            t => t.Raw["x"].AsLong() == 5 && t.Raw.HasKey("x") && t.Raw["x"].AsDecimal() < 5.5m,
        ];
        foreach (var (number, filter) in filters.Index())
        {
            var found = await Ticket.Db.SelectAsync(session, t => Select.Of(t.Id), where: t => t.Id.In(id, other) && filter(t));
            Assert.Equal((number, $"{id}"), (number, string.Join(' ', found)));
        }

        (HashSet<string>?, string?)? read = await Ticket.Db.SelectFirstAsync(session, t => Select.Of(t.Tags, t.Labels["env"].AsText()), t => t.Id == id);
        Assert.Equal(["a", "b"], read!.Value.Item1!.Order());
        Assert.Equal("prod", read.Value.Item2);
    }

    [Fact]
    public async Task Indexes_serve_containment_keys_and_full_text()
    {
        await StoreAsync(Empty("printer on fire"));
        Assert.Contains("ticket_tags", await PlanAsync(t => t.Tags.Contains("x")), StringComparison.Ordinal);
        Assert.Contains("ticket_tags", await PlanAsync(t => t.Tags.ContainsAll("x", "y")), StringComparison.Ordinal);
        Assert.Contains("ticket_labels", await PlanAsync(t => t.Labels.HasKey("x")), StringComparison.Ordinal);
        Assert.Contains("ticket_place", await PlanAsync(t => t.Place.JsonContains(new { name = "x" })), StringComparison.Ordinal);
        Assert.Contains("ticket_search", await PlanAsync(t => t.TicketSearch.Matches("x")), StringComparison.Ordinal);
        Assert.Contains("ticket_search", await PlanAsync(t => t.TicketSearch.Matches("x", prefix: true)), StringComparison.Ordinal);
        Assert.Contains("Index Scan on title", await PlanAsync(t => t.TitleIndex.Matches("x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_in_the_language_of_the_index()
    {
        var printer = (await StoreAsync(Empty("zebra printers print", "burning ink"))).Id;
        var story = (await StoreAsync(Empty("zebra story", "about printing"))).Id;
        Assert.Equal([printer, story], await FindAsync("zebra"));
        Assert.Equal([printer], await FindAsync("zebra printer -story"));
        Assert.Equal([printer], await FindAsync("\"burn ink\" zebra"));
        Assert.Equal([printer, story], await FindAsync("ink zebra or story zebra"));
        Assert.Empty(await FindAsync("zeb"));
        Assert.Equal([printer, story], await FindAsync("zeb", prefix: true));
        Assert.Equal([story], await FindAsync("zeb 'sto -ink\"", prefix: true));
        Assert.Empty(await FindAsync("the"));
        Assert.Empty(await FindAsync(""));
        var ranked = await Ticket.Db.SelectAsync(
            session, t => Select.Of(t.Id, t.TicketSearch.Rank("print")), t => t.Id.In(printer, story), t => t.TicketSearch.Rank("print").Desc());
        Assert.Equal([printer, story], ranked.Select(row => row.Item1));
        Assert.True(ranked[0].Item2 > ranked[1].Item2 && ranked[1].Item2 > 0);
    }

    private static Ticket Empty(string title, string? body = null) => new() { Title = title, Body = body, Tags = [], Labels = [], Path = [], Pair = (0, ""), Raw = [] };

    private Task<Ticket> StoreAsync(Ticket ticket) => Ticket.Db.InsertRowAsync(session, ticket);

    private Task<List<long>> FindAsync(string text, bool prefix = false)
        => Ticket.Db.SelectAsync(session, t => Select.Of(t.Id), t => t.TicketSearch.Matches(text, prefix), t => t.Id);

    // Without sequential scans the planner takes an index wherever one fits, so a missing one shows on few rows too. The plan is the generic one,
    // which prepared statements get: it has to hold for every value.
    private async Task<string> PlanAsync(Func<TicketTable, Filter> filter)
    {
        var statement = "";
        using (var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pod.Database",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => statement = (string)activity.GetTagItem("db.query.text")!,
        })
        {
            ActivitySource.AddActivityListener(listener);
            await Ticket.Db.FindAsync(session, filter);
        }

        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var arguments = statement.Contains("$2", StringComparison.Ordinal) ? "'{}', '{}'" : "'{}'";
        await using var prepare = new NpgsqlCommand($"SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; PREPARE asked AS {statement}", connection);
        await prepare.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE asked ({arguments})", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }
}
