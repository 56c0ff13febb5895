using Pod.Database;
using Pod.Protocol;

namespace Pod.Runtime;

/// <summary>Messages between sessions, by channel. Delivery is at most once, and in order per publisher and channel.</summary>
/// <remarks>
/// Everything that listens ends with the session. A message is copied once when it is posted; its subscribers share that copy and must not
/// change it.
/// </remarks>
/// <example><code>
/// await session.Messages.PostAsync("room:7", new ChatLine { Text = text });
/// await foreach (var line in session.Messages.Listen&lt;ChatLine>("room:7", cancellationToken)) { yield return line; }
/// </code></example>
public interface IMessageBus
{
    /// <summary>Sends a message to everybody who listens now. This server's subscribers have it at once; the task ends when it is on its way to the others.</summary>
    /// <exception cref="InvalidOperationException"><see cref="MessageScope.Global"/> without a backplane.</exception>
    /// <exception cref="MessageNotSentException">It could not be sent to the other servers in time.</exception>
    /// <exception cref="ArgumentException">The channel's name is malformed, or the message is too large for other servers.</exception>
    Task PostAsync(string channel, IPodModel message, MessageScope scope = MessageScope.Auto);

    /// <summary>Sends a message, as it is now, after the transaction's commit; never after a rollback. Messages of one transaction keep their order.</summary>
    /// <exception cref="InvalidOperationException"><see cref="MessageScope.Global"/> without a backplane, or the transaction has ended.</exception>
    /// <exception cref="ArgumentException">The channel's name is malformed.</exception>
    /// <example><code>await session.Messages.PostAsync(tx, "room:7", line);</code></example>
    Task PostAsync(Transaction tx, string channel, IPodModel message, MessageScope scope = MessageScope.Auto);

    /// <summary>Listens. The subscription begins when the enumeration begins.</summary>
    IAsyncEnumerable<T> Listen<T>(string channel, CancellationToken cancellationToken = default)
        where T : class, IPodModel;

    /// <summary>Subscribes; the subscription is active when this returns, so nothing posted afterwards is missed.</summary>
    Task<IMessageSubscription<T>> SubscribeAsync<T>(string channel, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel;

    /// <summary>Calls a handler for each message, one at a time. Dispose the result to stop.</summary>
    Task<IAsyncDisposable> AddListenerAsync<T>(string channel, Func<T, Task> handler, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel;

    /// <summary>
    /// Says that a user has lost a sign-in or scopes: streams that need them are closed with an error, on every server that the backplane reaches.
    /// Calls that come later are up to the authenticator.
    /// </summary>
    Task AuthenticationRevokedAsync(string userIdentifier, AuthenticationRevocation revocation);
}
