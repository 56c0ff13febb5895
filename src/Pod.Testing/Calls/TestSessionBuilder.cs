using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;
using Pod.Runtime;
using Pod.Runtime.Calls;
using Pod.Testing.Calls;

namespace Pod.Testing;

/// <summary>Says how the sessions of calls are made: who calls, with which headers. Unchangeable, except that it remembers its last call.</summary>
/// <example><code>var support = Sessions.With(AuthOverride.SignedIn("42", new Scope("support")));</code></example>
public sealed class TestSessionBuilder
{
    private readonly AuthOverride _caller;
    private readonly KeyValuePair<string, string>[] _headers;
    private readonly Action<IServiceCollection>[] _replacements;
    private readonly Codec _codec;
    private IServiceProvider? _services;

    internal TestSessionBuilder(PodTestScope test)
        : this(test, AuthOverride.Anonymous, [], [], Codec.Apply)
    {
    }

    private TestSessionBuilder(
        PodTestScope test, AuthOverride caller, KeyValuePair<string, string>[] headers, Action<IServiceCollection>[] replacements, Codec codec)
    {
        Test = test;
        _caller = caller;
        _headers = headers;
        _replacements = replacements;
        _codec = codec;
        AuthorizationHeader = caller.GivenToken is { } token ? $"Bearer {token}"
            : caller.Identity is { } identity ? $"Bearer {TestAuthenticator.Issue(test, identity)}"
            : null;
    }

    /// <summary>The value of the header <c>Authorization</c> that stands for the caller, for real clients; null for an unknown caller.</summary>
    public string? AuthorizationHeader { get; }

    /// <summary>The session of the last call that was made with this builder; null before the first.</summary>
    public FinishedSession? LastSession { get; private set; }

    internal PodTestScope Test { get; }

    /// <summary>Gives a builder for another caller.</summary>
    public TestSessionBuilder With(AuthOverride caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new TestSessionBuilder(Test, caller, _headers, _replacements, _codec);
    }

    /// <summary>Gives a builder whose arguments and results travel as JSON, which they do unless said otherwise, or as they are.</summary>
    /// <example><code>var answer = await Endpoints.Ticket.ListAsync(Sessions.With(Codec.Skip));</code></example>
    public TestSessionBuilder With(Codec codec) => new(Test, _caller, _headers, _replacements, codec);

    /// <summary>Gives a builder whose calls carry one more header.</summary>
    public TestSessionBuilder WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new TestSessionBuilder(Test, _caller, [.. _headers, KeyValuePair.Create(name, value)], _replacements, _codec);
    }

    /// <summary>
    /// Gives a builder whose sessions have other services: what endpoints and sessions ask for themselves. Services that others depend on are replaced
    /// for the whole host, by <see cref="PodTestHostOptions.ConfigureServices"/>.
    /// </summary>
    /// <example><code>var broken = Sessions.WithServices(s => s.AddSingleton&lt;IMail>(new BrokenMail()));</code></example>
    public TestSessionBuilder WithServices(Action<IServiceCollection> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return new TestSessionBuilder(Test, _caller, _headers, [.. _replacements, replace], _codec);
    }

    /// <summary>Makes a session for direct use; it belongs to the test that uses it, or to its own dispose.</summary>
    public async Task<InternalSession> BuildAsync()
    {
        var scope = Test.Host.Services.CreateAsyncScope();
        var session = new InternalSession(scope, "test", CancellationToken.None, Test.Resources, ReplacedServices.Over(scope.ServiceProvider, Replacements()));
        session.UpdateAuthenticated(_caller.GivenToken is { } token
            ? await session.Services.GetRequiredService<IPodAuthenticator>().AuthenticateAsync(session, token).ConfigureAwait(false)
            : _caller.Identity);
        return session;
    }

    /// <summary>Calls a method that has a result. Generated code calls this.</summary>
    public async Task<T> CallAsync<T>(string endpoint, string method, TestArguments arguments, JsonCodec<T> codec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(codec);
        var direct = Direct(arguments);
        var answer = await RunAsync(endpoint, method, arguments, direct, cancellationToken).ConfigureAwait(false);
        if (direct is not null)
        {
            return (T)direct.Result!;
        }

        return answer switch
        {
            // Texts and bytes of endpoints that send as raw.
            { ContentType: ['t', 'e', 'x', 't', ..] } when Encoding.UTF8.GetString(answer.Body.Span) is T text => text,
            { ContentType: "application/octet-stream" } when answer.Body.ToArray() is T bytes => bytes,
            _ => PodJson.Decode(codec, answer.Body.Span, JsonAudience.Visible),
        };
    }

    /// <summary>Calls a method that has no result. Generated code calls this.</summary>
    public Task CallAsync(string endpoint, string method, TestArguments arguments, CancellationToken cancellationToken = default)
        => RunAsync(endpoint, method, arguments, Direct(arguments), cancellationToken);

    /// <summary>Calls a method whose result is no model and is sent as it is. Generated code calls this.</summary>
    public Task<TestAnswer> CallRawAsync(string endpoint, string method, TestArguments arguments, CancellationToken cancellationToken = default)
        => RunAsync(endpoint, method, arguments, Direct(arguments), cancellationToken);

    /// <summary>Makes the stream of a method; it begins when it is opened or enumerated. Generated code calls this.</summary>
    public TestStream<T> Stream<T>(string endpoint, string method, TestArguments arguments, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new TestStream<T>(Test, KnownMethod.Find(Test.Host, endpoint, method), arguments, AuthorizationHeader, Replacements(), _codec);
    }

    /// <summary>Calls a method that takes streams and has a result. Generated code calls this.</summary>
    public async Task<T> StreamingCallAsync<T>(string endpoint, string method, TestArguments arguments, JsonCodec<T> codec, CancellationToken cancellationToken = default)
    {
        var stream = Stream(endpoint, method, arguments, codec);
        await using (((IAsyncDisposable)stream).ConfigureAwait(false))
        {
            return await stream.ResultAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Calls a method that takes streams and has no result. Generated code calls this.</summary>
    public async Task StreamingCallAsync(string endpoint, string method, TestArguments arguments, CancellationToken cancellationToken = default)
    {
        var stream = Stream(endpoint, method, arguments, PodJson.Boolean);
        await using (((IAsyncDisposable)stream).ConfigureAwait(false))
        {
            await stream.CompletedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private DirectValues? Direct(TestArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return _codec == Codec.Skip ? new DirectValues(arguments.Values) : null;
    }

    private async Task<TestAnswer> RunAsync(string endpoint, string method, TestArguments arguments, DirectValues? direct, CancellationToken cancellationToken)
    {
        var call = new TestCall(Test, KnownMethod.Find(Test.Host, endpoint, method), AuthorizationHeader, _headers, Replacements());
        try
        {
            return await call.RunAsync(direct is null ? arguments.ToBody() : [], direct, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            LastSession = call.Session;
        }
    }

    // Made once, so that a singleton among them is one.
    private IServiceProvider? Replacements()
    {
        if (_replacements.Length > 0 && _services is null)
        {
            var services = new ServiceCollection();
            Array.ForEach(_replacements, replace => replace(services));
            _services = services.BuildServiceProvider();
        }

        return _services;
    }
}
