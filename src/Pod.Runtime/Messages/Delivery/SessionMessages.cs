using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Pod.Database;
using Pod.Protocol;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>The messages of one session; what listens ends with it.</summary>
internal sealed class SessionMessages(ServerMessages messages, ILogger logger) : IMessageBus, IAsyncDisposable
{
    private static readonly MessageSubscriptionOptions DefaultOptions = new();

    private readonly Lock _gate = new();
    private readonly HashSet<IAsyncDisposable> _open = [];
    private bool _isDisposed;

    public Task PostAsync(string channel, IPodModel message, MessageScope scope = MessageScope.Auto)
    {
        Check(channel, message, scope);
        return messages.PostAsync(channel, message, scope);
    }

    public Task PostAsync(Transaction tx, string channel, IPodModel message, MessageScope scope = MessageScope.Auto)
    {
        ArgumentNullException.ThrowIfNull(tx);
        Check(channel, message, scope);
        var copy = message.DeepCopy();
        tx.OnCommitted(() => messages.PostAsync(channel, copy, scope));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<T> Listen<T>(string channel, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IPodModel
    {
        var subscription = await SubscribeAsync<T>(channel, DefaultOptions, skipsOtherTypes: false).ConfigureAwait(false);
        await using (((IAsyncDisposable)subscription).ConfigureAwait(false))
        {
            await foreach (var message in subscription.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
    }

    public async Task<IMessageSubscription<T>> SubscribeAsync<T>(string channel, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel
        => await SubscribeAsync<T>(channel, options ?? DefaultOptions, skipsOtherTypes: false).ConfigureAwait(false);

    public async Task<IAsyncDisposable> AddListenerAsync<T>(string channel, Func<T, Task> handler, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = await SubscribeAsync<T>(channel, options ?? DefaultOptions, skipsOtherTypes: true).ConfigureAwait(false);
        var listener = new MessageListener<T>(channel, subscription, handler, logger);
        listener.Start();
        return listener;
    }

    public Task AuthenticationRevokedAsync(string userIdentifier, AuthenticationRevocation revocation)
    {
        ArgumentException.ThrowIfNullOrEmpty(userIdentifier);
        ArgumentNullException.ThrowIfNull(revocation);
        ThrowIfDisposed();
        return messages.Revocations.PostAsync(userIdentifier, revocation);
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

    private async Task<MessageSubscription<T>> SubscribeAsync<T>(string channel, MessageSubscriptionOptions options, bool skipsOtherTypes)
        where T : class, IPodModel
    {
        MessageChannel.Check(channel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Capacity ?? 1, nameof(options));
        var subscription = new MessageSubscription<T>(channel, options, messages.Options, skipsOtherTypes, logger, ended => Remove(channel, ended));
        lock (_gate)
        {
            ThrowIfDisposed();
            _open.Add(subscription);
            messages.Local.Add(channel, subscription);
        }

        await messages.FollowAsync(channel).ConfigureAwait(false);
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

        messages.Local.Remove(channel, subscription);
        _ = messages.FollowAsync(channel);
    }

    private void Check(string channel, IPodModel message, MessageScope scope)
    {
        MessageChannel.Check(channel);
        ArgumentNullException.ThrowIfNull(message);
        ThrowIfDisposed();
        if (scope == MessageScope.Global && !messages.ReachesOthers)
        {
            throw new InvalidOperationException(
                "A global message needs a backplane, and this server has none: add Redis with builder.AddPodRedis() and ConnectionStrings:cache, or set Pod:Messaging:Backplane to Postgres. Post with "
                + "MessageScope.Auto or MessageScope.Local to reach this server only.");
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(Session));
}
