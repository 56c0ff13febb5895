using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Access;

namespace Pod.Runtime.Messages;

/// <summary>The messages of one session; what listens ends with it.</summary>
internal sealed class SessionMessages(LocalMessages local, ILogger logger) : IMessageBus, IAsyncDisposable
{
    private static readonly MessageSubscriptionOptions DefaultOptions = new();

    private readonly Lock _gate = new();
    private readonly HashSet<IAsyncDisposable> _open = [];
    private bool _isDisposed;

    public Task PostAsync(string channel, IPodModel message, MessageScope scope = MessageScope.Auto)
    {
        MessageChannel.Check(channel);
        ArgumentNullException.ThrowIfNull(message);
        ThrowIfDisposed();
        if (scope == MessageScope.Global)
        {
            throw new InvalidOperationException(
                "A global message needs a backplane, and this server has none. Post with MessageScope.Auto or MessageScope.Local to reach "
                + "this server only.");
        }

        local.Post(channel, message);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<T> Listen<T>(string channel, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IPodModel
    {
        var subscription = Subscribe<T>(channel, DefaultOptions, skipsOtherTypes: false);
        await using (((IAsyncDisposable)subscription).ConfigureAwait(false))
        {
            await foreach (var message in subscription.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    public Task<IMessageSubscription<T>> SubscribeAsync<T>(string channel, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel
        => Task.FromResult<IMessageSubscription<T>>(Subscribe<T>(channel, options ?? DefaultOptions, skipsOtherTypes: false));

    public Task<IAsyncDisposable> AddListenerAsync<T>(string channel, Func<T, Task> handler)
        where T : class, IPodModel
    {
        ArgumentNullException.ThrowIfNull(handler);
        var listener = new MessageListener<T>(channel, Subscribe<T>(channel, DefaultOptions, skipsOtherTypes: true), handler, logger);
        listener.Start();
        return Task.FromResult<IAsyncDisposable>(listener);
    }

    public Task AuthenticationRevokedAsync(string userIdentifier, AuthenticationRevocation revocation)
    {
        ArgumentException.ThrowIfNullOrEmpty(userIdentifier);
        ArgumentNullException.ThrowIfNull(revocation);
        ThrowIfDisposed();
        local.Post(RevocationMessage.ChannelOf(userIdentifier), new RevocationMessage(revocation));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        IAsyncDisposable[] open;
        lock (_gate)
        {
            _isDisposed = true;
            open = [.. _open];
        }

        foreach (var subscription in open)
        {
            await subscription.DisposeAsync().ConfigureAwait(false);
        }
    }

    private MessageSubscription<T> Subscribe<T>(string channel, MessageSubscriptionOptions options, bool skipsOtherTypes)
        where T : class, IPodModel
    {
        MessageChannel.Check(channel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Capacity, nameof(options));
        var subscription = new MessageSubscription<T>(channel, options, skipsOtherTypes, logger, ended => Remove(channel, ended));
        lock (_gate)
        {
            ThrowIfDisposed();
            _open.Add(subscription);
            local.Add(channel, subscription);
        }

        return subscription;
    }

    private void Remove<T>(string channel, MessageSubscription<T> subscription)
        where T : class, IPodModel
    {
        lock (_gate)
        {
            if (!_open.Remove(subscription))
            {
                return;
            }
        }

        local.Remove(channel, subscription);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(Session));
}
