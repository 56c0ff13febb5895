using System.Globalization;
using System.Numerics;
using Pod.Client;
using Pod.GeneratedCode.Tests.Support;
using Sample.Client;
using Sample.Values;

namespace Pod.GeneratedCode.Tests.Calls;

/// <summary>Generated client against generated server over a real socket; nothing here needs a database.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class CallTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private SampleServer? _server;
    private SampleClient? _client;

    private SampleClient Client => _client!;

    public async Task InitializeAsync()
    {
        _server = await SampleServer.StartAsync();
        _client = new SampleClient(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task Children_answer_for_their_bases_and_keep_their_demands()
    {
        ShelfEndpointClient shelf = Client.BookShelf;

        Assert.Equal((3, "bookShelf!"), (await shelf.CountAsync(), await shelf.NameAsync()));
        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => Client.BookShelf.BorrowAsync("x"));
        await Assert.ThrowsAsync<PodClientUnauthorizedException>(() => Client.BookShelf.SortAsync());
        Assert.Equal(413, (int)(await Assert.ThrowsAsync<PodClientHttpException>(() => shelf.NameAsync(new string('x', 200)))).StatusCode);
    }

    [Theory]
    [InlineData("content", "{\"length\":3}", 200, "application/octet-stream", "000000")]
    [InlineData("part", "{\"start\":1}", 200, "application/octet-stream", "0203")]
    [InlineData("page", "{}", 202, "text/html", "3C703E")]
    [InlineData("text", "{}", 200, "text/plain; charset=utf-8", "706C61696E")]
    [InlineData("bytes", "{}", 200, "application/octet-stream", "07")]
    [InlineData("number", "{}", 200, "application/json; charset=utf-8", "35")]
    [InlineData("nothing", "{}", 200, "application/json; charset=utf-8", "6E756C6C")]
    public async Task Raw_results_are_sent_as_they_are(string method, string arguments, int status, string type, string hex)
    {
        using var http = new HttpClient();
        using var content = new StringContent(arguments, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(_server!.Address, $"file/{method}"), content);
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal((status, type, hex), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString(), Convert.ToHexString(body)));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(body.Length, response.Content.Headers.ContentLength ?? body.Length);
    }

    [Fact]
    public async Task Every_type_makes_the_round_trip()
    {
        var everything = Everything.FromJson(Samples.Everything().ToJsonForProtocol());
        var collections = Collections.FromJson(Samples.Collections().ToJsonForProtocol());

        Assert.Equal(everything.ToJson(), (await Client.Echo.EverythingAsync(everything)).ToJson());
        Assert.Equal(collections.ToJson(), (await Client.Echo.CollectionsAsync(collections)).ToJson());
        Assert.Equal(BigInteger.Pow(3, 99), await Client.Echo.HugeAsync(BigInteger.Pow(3, 99)));
        Assert.Equal([Level.High, Level.Low], (await Client.Echo.LevelsAsync([Level.High, Level.Low])).OrderDescending());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task Null_is_a_value(int? number) => Assert.Equal(number, await Client.Echo.NumberAsync(number));

    [Fact]
    public async Task Nullable_results_and_elements()
    {
        var id = Guid.NewGuid();
        var nested = await Client.Echo.NestedAsync(new Dictionary<Guid, List<Place?>> { [id] = [null, new Place { Name = "p" }] });

        Assert.Null(await Client.Echo.TextAsync());
        Assert.Null(await Client.Echo.BytesAsync(null));
        Assert.Equal([1, 2], (await Client.Echo.BytesAsync([1, 2]))!);
        Assert.Equal([null, "p"], nested[id].Select(static place => place?.Name));
        await Client.Echo.NothingAsync();
    }

    [Fact]
    public async Task Defaults_are_the_servers()
    {
        Assert.Equal("3 it's \"x\" Sad 1.5 7", await Client.Echo.DefaultsAsync());
        Assert.Equal("4 y Happy 2 ", await Client.Echo.DefaultsAsync(4, "y", Mood.Happy, 2m, null));
    }

    [Fact]
    public async Task What_a_client_sends_for_a_hidden_member_does_not_arrive()
    {
        var sly = new SlyEchoClient(Client);
        const string Json = """{"__className__":"Person","name":"Ada","secret":"planted","reader":"r"}""";

        var planted = new List<string?>();
        await foreach (var secret in sly.SecretsAsync(Numbers(2, static _ => Json)))
        {
            planted.Add(secret);
        }

        Assert.Null(await sly.SecretAsync(Json));
        Assert.Equal([null, null], planted);
    }

    [Fact]
    public async Task Dynamic_values_make_the_round_trip()
    {
        var anything = new Anything { Must = Mood.Happy, List = [1L, null, new Place { Name = "p" }], Names = new() { ["k"] = 1.5 }, Set = ["s"] };

        var received = new List<object?>();
        await foreach (var value in Client.Echo.DynamicsAsync(Numbers(2, static number => (object?)(number == 0 ? null : Level.High))))
        {
            received.Add(value);
        }

        Assert.Equal(anything.ToJson(), (await Client.Echo.AnythingAsync(anything)).ToJson());
        Assert.Null(await Client.Echo.DynamicAsync(null));
        Assert.Equal(Mood.InBetween, await Client.Echo.DynamicAsync(Mood.InBetween));
        Assert.Equal("p", Assert.IsType<Place>(await Client.Echo.DynamicAsync(new Place { Name = "p" })).Name);
        Assert.True(Assert.IsType<HashSet<object?>>(await Client.Echo.DynamicAsync("two", [1L])).SetEquals([1L, "two"]));
        Assert.Equal([null, Level.High], received);
    }

    [Fact]
    public async Task Custom_types_make_the_round_trip()
    {
        var offer = new Offer { Price = new Money(1.5m, "EUR"), Color = new Colour(1, 2, 3), Prices = [null], Colors = [], ByPrice = [] };

        var prices = new List<Money?>();
        await foreach (var price in Client.Echo.PricesAsync(Numbers(2, static number => number == 0 ? null : (Money?)new Money(2, "USD"))))
        {
            prices.Add(price);
        }

        Assert.Equal(offer.ToJson(), (await Client.Echo.OfferAsync(offer)).ToJson());
        Assert.Equal(offer.Price, await Client.Echo.MoneyAsync(offer.Price));
        Assert.Equal(new Money(3, "EUR"), await Client.Echo.MoneyAsync(offer.Price, new Money(3, "EUR")));
        Assert.Equal(offer.Color, await Client.Echo.ColourAsync(offer.Color));
        Assert.Null(await Client.Echo.ColourAsync(null));
        Assert.Equal([null, new Money(2, "USD")], prices);
    }

    [Fact]
    public async Task Records_and_vectors_make_the_round_trip()
    {
        var tuples = new Tuples
        {
            Pair = (1, "one"),
            Named = (2, null),
            Mixed = (3, new Place { Name = "p" }, ["t"]),
            Nested = [(4, (true, new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc)))],
            Single = ValueTuple.Create(5),
            Money = 1.25m,
        };
        var vectors = new Vectors
        {
            Plain = new Vector([1, 2, 3]),
            Half = new HalfVector([(Half)1, (Half)0.5]),
            Sparse = new SparseVector(new Dictionary<int, float> { [1] = 1.5f }, 4),
            Many = [new Vector([1, 2])],
        };

        var answer = await Client.Echo.TuplesAsync(tuples);
        var answered = await Client.Echo.VectorsAsync(vectors);

        Assert.Equal(tuples.ToJson(), answer.ToJson());
        Assert.Equal((2, (string?)null), (answer.Named.a, answer.Named.b));
        Assert.Equal("p", answer.Mixed!.Value.place.Name);
        Assert.Contains("\"pair\":{\"p\":[1,\"one\"]}", tuples.ToJson(), StringComparison.Ordinal);
        Assert.Equal((7, "n"), await Client.Echo.TupleAsync((7, "n")));
        Assert.Equal(vectors.ToJson(), answered.ToJson());
        Assert.Equal(new Vector([1, 2]), await Client.Echo.VectorAsync(new Vector([1, 2])));
    }

    [Fact]
    public void Records_are_copied_deeply()
    {
        var original = new Tuples { Pair = (1, ""), Named = (1, null), Nested = [], Single = ValueTuple.Create(1), Money = 1, Mixed = (1, new Place { Name = "a" }, ["t"]) };

        var copy = original with { };
        copy.Mixed!.Value.place.Name = "changed";
        copy.Mixed.Value.tags.Clear();

        Assert.Equal(("a", 1), (original.Mixed!.Value.place.Name, original.Mixed.Value.tags.Count));
    }

    [Fact]
    public async Task Subtypes_travel_as_what_they_are()
    {
        Assert.IsType<Cube>(await Client.Echo.ShapeAsync(new Cube { Side = 1, Depth = 2 }));
        Assert.IsType<Animal>(await Client.Echo.AnimalAsync(new Animal { Name = "a" }));
        Assert.IsType<Dog>(await Client.Echo.AnimalAsync(new Dog { Name = "d", Toys = [], Loud = true }));
        Assert.Equal(7, Assert.IsType<HardFailure>(await Assert.ThrowsAnyAsync<Failure>(() => Client.Echo.FailHardAsync())).Code);
    }

    [Fact]
    public async Task A_server_only_exception_stays_on_the_server()
    {
        var failure = await Assert.ThrowsAsync<Pod.Client.PodClientServerErrorException>(() => Client.Echo.FailSecretlyAsync());

        Assert.DoesNotContain("hidden", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_exception_is_caught_by_its_type()
    {
        var failure = await Assert.ThrowsAsync<OutOfStock>(() => Client.Echo.FailAsync("A-7"));

        Assert.Equal(("A-7", 0, "gone"), (failure.Article, failure.Left, ((Exception)failure).Message));
    }

    [Fact]
    public async Task Streams_go_both_ways()
    {
        var counted = new List<int>();
        await foreach (var number in Client.Echo.CountdownAsync(3))
        {
            counted.Add(number);
        }

        var places = new List<string?>();
        await foreach (var place in Client.Echo.PlacesAsync(Numbers(3, static i => i == 1 ? null : new Place { Name = i.ToString(CultureInfo.InvariantCulture) })))
        {
            places.Add(place?.Name);
        }

        Assert.Equal([3, 2, 1, 0], counted);
        Assert.Equal(["0", null, "2"], places);
        Assert.Equal(100 + 0 + 1 + 2 + 3, await Client.Echo.SumAsync(100, Numbers(4, static i => i)));
    }

    private static async IAsyncEnumerable<T> Numbers<T>(int count, Func<int, T> make)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return make(i);
        }
    }
}
