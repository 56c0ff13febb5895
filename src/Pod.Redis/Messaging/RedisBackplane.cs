using Pod.Redis.Connecting;
using Pod.Runtime.Distribution;
using StackExchange.Redis;

namespace Pod.Redis.Messaging;

/// <summary>Messages by <c>PUBLISH</c> and <c>SUBSCRIBE</c>. The multiplexer subscribes again by itself after a lost connection.</summary>
internal sealed class RedisBackplane : IMessageBackplane, IDisposable
{
    private static readonly TimeSpan PingPause = TimeSpan.FromMilliseconds(100);

    private readonly RedisConnection _connection;
    private readonly TimeProvider _time;
    private readonly string _prefix;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly Action<RedisChannel, RedisValue> _handler;
    private Action<string, ReadOnlyMemory<byte>> _received = static (_, _) => { };
    private Action _missed = static () => { };
    private int _restorations;
    private volatile bool _isDisposed;

    public RedisBackplane(RedisConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _prefix = connection.Prefix + "m:";
        // One object for all channels: unsubscribing names it.
        _handler = (channel, frame) => _received(((string)channel!)[_prefix.Length..], (byte[])frame!);
    }

    public bool IsActive => _connection.HasConnected || !_connection.IsLenient;

    public void Start(Action<string, ReadOnlyMemory<byte>> received, Action missed)
    {
        _received = received;
        _missed = missed;
        _connection.Restored += kind =>
        {
            if (kind == ConnectionType.Subscription)
            {
                _ = RestoredAsync(Interlocked.Increment(ref _restorations));
            }
        };
        _ = ConnectedAsync();
    }

    public async Task PublishAsync(string channel, ReadOnlyMemory<byte> frame)
    {
        if (_connection.Connection is not { } connection)
        {
            throw new BackplaneException("Redis has not been reached yet.");
        }

        try
        {
            await connection.GetSubscriber().PublishAsync(Physical(channel), frame.ToArray())
                .WaitAsync(_connection.Options.OperationTimeout, _time).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new BackplaneException($"Redis did not answer: {e.Message.Split('\n')[0].TrimEnd('.', '\r')}.", e);
        }
    }

    public Task SubscribeAsync(string channel) => ChangeAsync(() =>
    {
        if (_connection.HasConnected)
        {
            return SubscribeNowAsync(channel);
        }

        _waiting.Add(channel);
        return Task.CompletedTask;
    });

    public Task UnsubscribeAsync(string channel) => ChangeAsync(() => _waiting.Remove(channel)
        ? Task.CompletedTask
        : TryAsync(channel, _connection.Connection!.GetSubscriber().UnsubscribeAsync(Physical(channel), _handler)));

    public void Dispose()
    {
        _isDisposed = true;
        _gate.Dispose();
    }

    private async Task ConnectedAsync()
    {
        await _connection.FirstConnection.ConfigureAwait(false);
        await ChangeAsync(async () =>
        {
            foreach (var channel in _waiting)
            {
                await SubscribeNowAsync(channel).ConfigureAwait(false);
            }

            _waiting.Clear();
        }).ConfigureAwait(false);
        RedisMeters.SetConnected(true);
        if (_connection.IsLate)
        {
            _missed();
        }
    }

    // What the multiplexer subscribes again goes over the same connection as this ping, and before it. The connection for subscriptions may be back
    // before the one for commands, without which the multiplexer does not send the ping.
    private async Task RestoredAsync(int restoration)
    {
        await Task.Yield();
        while (!await TryPingAsync().ConfigureAwait(false))
        {
            await Task.Delay(PingPause, _time).ConfigureAwait(false);
            if (Volatile.Read(ref _restorations) != restoration || _isDisposed)
            {
                return;
            }
        }

        RedisMeters.SetConnected(true);
        _missed();
    }

    private async Task<bool> TryPingAsync()
    {
        try
        {
            await _connection.Connection!.GetSubscriber().PingAsync().WaitAsync(_connection.Options.ConnectTimeout, _time).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    private Task SubscribeNowAsync(string channel)
        => TryAsync(channel, _connection.Connection!.GetSubscriber().SubscribeAsync(Physical(channel), _handler));

    private async Task TryAsync(string channel, Task command)
    {
        try
        {
            await command.WaitAsync(_connection.Options.ConnectTimeout, _time).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            _connection.Logger.SubscribingFailed(e, channel);
        }
    }

    private async Task ChangeAsync(Func<Task> change)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await change().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private RedisChannel Physical(string channel) => new(_prefix + channel, RedisChannel.PatternMode.Literal);
}
