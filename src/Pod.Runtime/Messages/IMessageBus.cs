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
    /// <summary>Sends a message to everybody who listens now.</summary>
    /// <exception cref="InvalidOperationException"><see cref="MessageScope.Global"/> without a backplane.</exception>
    Task PostAsync(string channel, IPodModel message, MessageScope scope = MessageScope.Auto);

    /// <summary>Listens. The subscription begins when the enumeration begins.</summary>
    IAsyncEnumerable<T> Listen<T>(string channel, CancellationToken cancellationToken = default)
        where T : class, IPodModel;

    /// <summary>Subscribes; the subscription is active when this returns, so nothing posted afterwards is missed.</summary>
    Task<IMessageSubscription<T>> SubscribeAsync<T>(string channel, MessageSubscriptionOptions? options = null)
        where T : class, IPodModel;

    /// <summary>Calls a handler for each message, one at a time. Dispose the result to stop.</summary>
    Task<IAsyncDisposable> AddListenerAsync<T>(string channel, Func<T, Task> handler)
        where T : class, IPodModel;

    /// <summary>
    /// Says that a user has lost a sign-in or scopes: streams that need them are closed with an error. Calls that come later are up to the
    /// authenticator.
    /// </summary>
    Task AuthenticationRevokedAsync(string userIdentifier, AuthenticationRevocation revocation);
}
