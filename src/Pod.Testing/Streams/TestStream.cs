using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Pod.Testing.Calls;
using Pod.Testing.Streams;

namespace Pod.Testing;

/// <summary>The stream of a method. It begins when it is opened or enumerated, and is read by one reader.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <example><code>
/// await using var feed = await Endpoints.Message.WatchAsync(Sessions, channel.Id).OpenAsync();
/// await Endpoints.Message.PostAsync(Sessions, channel.Id, "ada", "Hello");
/// Assert.Equal("Hello", (await feed.NextAsync()).Text);
/// </code></example>
[SuppressMessage("Naming", "CA1711", Justification = "It is what the field calls a stream, though not one of bytes.")]
public sealed class TestStream<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly PodTestScope _test;
    private readonly KnownMethod _known;
    private readonly TestArguments _arguments;
    private readonly string? _authorization;
    private readonly IServiceProvider? _replacements;
    private readonly Codec _codec;
    private readonly Lock _gate = new();
    private StreamRun<T>? _run;

    internal TestStream(PodTestScope test, KnownMethod known, TestArguments arguments, string? authorization, IServiceProvider? replacements, Codec codec)
    {
        _test = test;
        _known = known;
        _arguments = arguments;
        _authorization = authorization;
        _replacements = replacements;
        _codec = codec;
    }

    /// <summary>Starts the method and returns once it has reached its first wait, so that nothing posted from then on is lost.</summary>
    /// <exception cref="PodUnauthenticatedException">The method needs a login.</exception>
    /// <exception cref="PodMissingScopeException">The caller lacks a scope.</exception>
    public async Task<TestStream<T>> OpenAsync()
    {
        await Run().Opened.WaitAsync(Patience, TimeProvider.System).ConfigureAwait(false);
        return this;
    }

    /// <summary>Gives the next item.</summary>
    /// <param name="timeout">How long to wait for it, in real time; 5 seconds if null.</param>
    /// <exception cref="PodTestAssertionException">The stream ended or failed instead, or gave nothing.</exception>
    public async Task<T> NextAsync(TimeSpan? timeout = null)
    {
        if (await WaitAsync("give an item", timeout ?? Patience).ConfigureAwait(false) && Run().Items.TryRead(out var item))
        {
            return item;
        }

        throw Run().Failure is { } failure
            ? new PodTestAssertionException($"'{_known.Name}' failed instead of giving an item: {failure.Message}", failure)
            : new PodTestAssertionException($"'{_known.Name}' ended instead of giving an item.");
    }

    /// <summary>Tells whether the stream ends now; false when it gives another item instead.</summary>
    /// <exception cref="PodTestAssertionException">It failed, or neither ends nor gives anything.</exception>
    public async Task<bool> EndsAsync()
    {
        if (await WaitAsync("end", Patience).ConfigureAwait(false))
        {
            return false;
        }

        return Run().Failure is { } failure ? throw new PodTestAssertionException($"'{_known.Name}' failed instead of ending: {failure.Message}", failure) : true;
    }

    /// <summary>Gives the exception with which the stream fails now.</summary>
    /// <exception cref="PodTestAssertionException">It gives another item, ends, or fails with something else.</exception>
    public async Task<TException> FailsAsync<TException>()
        where TException : Exception
    {
        if (await WaitAsync("fail", Patience).ConfigureAwait(false))
        {
            throw new PodTestAssertionException($"'{_known.Name}' gave an item instead of failing with {typeof(TException).Name}.");
        }

        return Run().Failure switch
        {
            TException expected => expected,
            null => throw new PodTestAssertionException($"'{_known.Name}' ended instead of failing with {typeof(TException).Name}."),
            var other => throw new PodTestAssertionException($"'{_known.Name}' failed with {other.GetType().Name} instead of {typeof(TException).Name}: {other.Message}", other),
        };
    }

    /// <summary>Makes sure that the stream is open and has nothing to give, once the server has done what it can do.</summary>
    /// <exception cref="PodTestAssertionException">It gave an item, ended or failed.</exception>
    public async Task NoItemAsync()
    {
        await OpenAsync().ConfigureAwait(false);
        await _test.SettleAsync().ConfigureAwait(false);
        if (Run().Items.TryRead(out var item))
        {
            throw new PodTestAssertionException($"'{_known.Name}' gave an item: {item}");
        }

        if (Run().Items.Completion.IsCompleted)
        {
            throw new PodTestAssertionException($"'{_known.Name}' has ended.{(Run().Failure is { } failure ? " " + failure.Message : "")}");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var run = Run();
        try
        {
            await run.Opened.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (await run.Items.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (run.Items.TryRead(out var item))
                {
                    yield return item;
                }
            }

            if (run.Failure is { } failure)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Leaves the stream: cancels the method's token and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_run is { } run)
        {
            run.Cancel();
            await Task.WhenAny(run.Completion, Task.Delay(_test.Host.Options.LeakTimeout, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    internal async Task<T> ResultAsync(CancellationToken cancellationToken)
    {
        await CompletedAsync(cancellationToken).ConfigureAwait(false);
        return Run().Items.TryRead(out var result) ? result : throw new InvalidOperationException($"'{_known.Name}' gave no result.");
    }

    internal async Task CompletedAsync(CancellationToken cancellationToken)
    {
        var run = Run();
        await run.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (run.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private StreamRun<T> Run()
    {
        lock (_gate)
        {
            return _run ??= StreamRun<T>.Start(_test, _known, _arguments, _authorization, _replacements, _codec);
        }
    }

    private async Task<bool> WaitAsync(string wish, TimeSpan timeout)
    {
        var run = Run();
        try
        {
            return await run.Items.WaitToReadAsync().AsTask().WaitAsync(timeout, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new PodTestAssertionException($"'{_known.Name}' is open and did not {wish} within {timeout.TotalSeconds:0.#} seconds.{_test.Waiting()}");
        }
    }
}
