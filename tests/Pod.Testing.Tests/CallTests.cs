using Helpdesk.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime;

namespace Pod.Testing.Tests;

public sealed class CallTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    private TestSessionBuilder Support => Sessions.With(AuthOverride.SignedIn("42", new Scope("support")));

    [Fact]
    public async Task A_missing_login_is_its_own_exception()
    {
        var refusal = await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.WhoAmIAsync(Sessions));

        Assert.Contains("'ticket.whoAmI'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(401, Sessions.LastSession!.Status);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        var caller = Sessions.With(AuthOverride.SignedIn("42", new Scope("sales")));

        var refusal = await Assert.ThrowsAsync<PodMissingScopeException>(() => Endpoints.Ticket.CloseAsync(caller, 1));

        Assert.Equal(new Scope("support"), refusal.Scope);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("ada")]
    [InlineData("user with spaces")]
    public async Task The_caller_is_who_the_test_says(string user)
        => Assert.Equal(user, await Endpoints.Ticket.WhoAmIAsync(Sessions.With(AuthOverride.SignedIn(user))));

    [Fact]
    public async Task Tokens_take_the_way_through_the_applications_authenticator()
    {
        Assert.Equal("7", await Endpoints.Ticket.WhoAmIAsync(Sessions.With(AuthOverride.Token("letmein"))));
        await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.WhoAmIAsync(Sessions.With(AuthOverride.Token("wrong"))));
    }

    [Fact]
    public async Task A_builder_can_become_anonymous_again()
        => await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.WhoAmIAsync(Support.With(AuthOverride.Anonymous)));

    [Fact]
    public async Task Builders_do_not_change()
    {
        _ = Sessions.With(AuthOverride.SignedIn("42"));

        await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.WhoAmIAsync(Sessions));
    }

    [Fact]
    public async Task Services_are_replaced_for_the_calls_of_one_builder()
    {
        var sent = new Postcards();
        var replaced = Sessions.With(AuthOverride.SignedIn("42")).WithServices(services => services.AddSingleton<IMail>(sent));

        await Endpoints.Ticket.NotifyAsync(replaced, "Done");
        await using var session = await replaced.WithHeader("x-any", "1").BuildAsync();

        Assert.Equal("Done", Assert.Single(sent.Texts));
        Assert.Same(sent, session.Services.GetRequiredService<IMail>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Endpoints.Ticket.NotifyAsync(Sessions, "Done"));
    }

    [Fact]
    public async Task Exceptions_of_the_application_arrive_with_their_members_and_stack()
    {
        var failure = await Assert.ThrowsAsync<TicketNotFound>(() => Endpoints.Ticket.CloseAsync(Support, 12345));

        Assert.Equal(12345, failure.TicketId);
        Assert.Contains("TicketEndpoint.Close", failure.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexpected_exceptions_arrive_as_they_are()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Endpoints.Ticket.FailAsync(Sessions));

        Assert.Equal("It broke.", failure.Message);
        Assert.Contains("TicketEndpoint.Fail", failure.StackTrace, StringComparison.Ordinal);
        Assert.Throws<PodTestAssertionException>(Log.AssertNoErrors);
    }

    [Fact]
    public async Task Arguments_travel_through_their_codecs()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Endpoints.Ticket.OpenAsync(Sessions, null!));

        Assert.IsType<PodCallRefusedException>(failure);
        Assert.Equal(400, ((PodCallRefusedException)failure).Status);
        Assert.Contains("'title'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_codecs_arguments_and_results_stay_what_they_are()
    {
        List<string> words = ["a", "b"];
        var plain = Sessions.With(Codec.Skip);

        Assert.Same(words, await Endpoints.Ticket.EchoAsync(plain, words));
        Assert.NotSame(words, await Endpoints.Ticket.EchoAsync(plain.With(Codec.Apply), words));
        Assert.Empty(await Endpoints.Ticket.ListAsync(plain));
        Assert.Equal(3, await Endpoints.Feed.SumAsync(plain, Enumerable.Range(1, 2).ToAsyncEnumerable()));
        await Assert.ThrowsAsync<PodUnauthenticatedException>(() => Endpoints.Ticket.WhoAmIAsync(plain));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Optional_parameters_have_their_defaults_and_can_be_given(int limit)
    {
        await Endpoints.Ticket.OpenAllAsync(Sessions, ["a", "b", "c", "d"]);

        Assert.Equal(4, (await Endpoints.Ticket.ListAsync(Sessions)).Count);
        Assert.Equal(limit, (await Endpoints.Ticket.ListAsync(Sessions, limit)).Count);
    }

    [Fact]
    public async Task Headers_go_there_and_back()
    {
        var answer = await Endpoints.Ticket.GreetAsync(Sessions.WithHeader("x-name", "ada"));
        Assert.Equal("ada", answer);

        await Endpoints.Ticket.GreetAsync(Sessions);
        Assert.Equal("hello", Sessions.LastSession!.Headers["X-Greeting"]);
    }

    [Fact]
    public async Task The_finished_session_knows_its_log_and_its_statements()
    {
        await Endpoints.Ticket.OpenAsync(Sessions, "Leak");

        var session = Sessions.LastSession!;
        Assert.Equal(TimeSpan.Zero, session.Duration);
        Assert.Equal(200, session.Status);
        Assert.Contains(session.Entries, static entry => entry.Message == "Opening 'Leak'.");
        Assert.Contains("INSERT INTO", Assert.Single(session.Queries).Text, StringComparison.Ordinal);
        Assert.Equal("ticket.open", session.Queries[0].Caller);
    }

    [Fact]
    public async Task A_session_for_direct_use_has_the_caller()
    {
        await using var session = await Support.BuildAsync();

        Assert.Equal("42", session.Authenticated!.UserIdentifier);
        Assert.Equal(0, await Ticket.Db.CountAsync(session));
    }

    [Fact]
    public async Task A_method_that_the_server_does_not_know_names_the_command()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Sessions.CallAsync("ticket", "vanished", new TestArguments()));

        Assert.Contains("dotnet pod generate", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_reaches_the_method()
    {
        using var source = new CancellationTokenSource();
        var call = Endpoints.Ticket.WaitAsync(Sessions, TimeSpan.FromDays(1), source.Token);
        await Test.SettleAsync();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Many_calls_at_once_have_their_own_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Endpoints.Ticket.WhoAmIAsync(Sessions.With(AuthOverride.SignedIn($"user {i}")))));

        Assert.Equal(Enumerable.Range(0, 50).Select(static i => $"user {i}"), answers);
    }

    private sealed class Postcards : IMail
    {
        public List<string> Texts { get; } = [];

        public void Send(string text) => Texts.Add(text);
    }
}
