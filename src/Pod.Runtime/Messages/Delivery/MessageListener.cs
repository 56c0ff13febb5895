using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>Feeds a handler from a subscription, one message at a time.</summary>
internal sealed class MessageListener<T>(string channel, IMessageSubscription<T> subscription, Func<T, Task> handler, ILogger logger) : IAsyncDisposable
    where T : class, IPodModel
{
    public void Start() => _ = Task.Run(RunAsync);

    public ValueTask DisposeAsync() => subscription.DisposeAsync();

    private async Task RunAsync()
    {
        var messages = subscription.GetAsyncEnumerator();
        await using (messages.ConfigureAwait(false))
        {
            while (await MoveNextAsync(messages).ConfigureAwait(false))
            {
                try
                {
                    await handler(messages.Current).ConfigureAwait(false);
                }
#pragma warning disable CA1031 // A handler's failure, whatever it is, must not keep later messages from it.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    logger.ListenerFailed(e, channel, typeof(T).Name);
                }
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<T> messages)
    {
        try
        {
            return await messages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is MessageOverflowException or MessageGapException)
        {
            // Logged where it happened, or asked for by who listens; there is nobody here to throw it at.
            return false;
        }
    }
}
