using System.Net.Http.Json;

namespace Pod_App.Server.Tests;

public sealed class GreetingTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task A_greeting_names_who_is_greeted()
    {
        var greeting = await Endpoints.Greeting.HelloAsync(Sessions, "World");

        Assert.Equal("Hello, World!", greeting.Message);
    }
#if (database)

    [Fact]
    public async Task Greetings_are_remembered_the_newest_first()
    {
        await Endpoints.Greeting.HelloAsync(Sessions, "Ada");
        await Endpoints.Greeting.HelloAsync(Sessions, "Grace");

        Assert.Equal(["Grace", "Ada"], (await Endpoints.Greeting.RecentAsync(Sessions)).Select(static greeting => greeting.Name));
        Assert.Equal(2, await Greeting.Db.CountAsync(Session));
    }
#endif

    [Fact]
    public async Task A_countdown_gives_a_number_a_second_and_ends_at_zero()
    {
        await using var countdown = await Endpoints.Greeting.CountdownAsync(Sessions, from: 2).OpenAsync();
        Assert.Equal(2, await countdown.NextAsync());

        await Time.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(1, await countdown.NextAsync());
        Assert.Equal(0, await countdown.NextAsync());
        await countdown.EndsAsync();
    }

    [Fact]
    public async Task A_session_knows_who_is_signed_in()
    {
        await using var session = await Sessions.With(AuthOverride.SignedIn("ada")).BuildAsync();

        Assert.Equal("ada", session.Authenticated?.UserIdentifier);
    }

    [Fact]
    public async Task A_real_client_is_greeted_over_http()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        using var answer = await client.PostAsJsonAsync("/greeting/hello", new { name = "World" });

        Assert.Contains("Hello, World!", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
