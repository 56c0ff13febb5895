using Microsoft.Extensions.Options;
using Pod.Redis.Caching;
using Pod.Redis.Messaging;
using Pod.Runtime;
using Pod.Runtime.Caching.Local;
using Pod.Runtime.Caching.Stores;
using Pod.Runtime.Distribution;

namespace Pod.Redis.Connecting;

/// <summary>What Redis is to the server.</summary>
internal sealed class RedisDistribution : IDistribution, IDisposable
{
    private readonly RedisConnection _connection;
    private readonly LocalStore? _meanwhile;
    private readonly RedisBackplane? _backplane;

    public RedisDistribution(RedisConnection connection, IOptions<PodOptions> options, TimeProvider time)
    {
        _connection = connection;
        if (!connection.IsConfigured)
        {
            return;
        }

        var store = new RedisStore(connection, time);
        _meanwhile = connection.IsLenient ? new LocalStore(options.Value.Caching.Global, time) : null;
        Cache = _meanwhile is null ? store : new MeanwhileStore(_meanwhile, store, () => connection.HasConnected);
        _backplane = new RedisBackplane(connection, time);
    }

    public ICacheStore? Cache { get; }

    public IMessageBackplane? Messages => _backplane;

    public string? NotReady => _connection is { IsConfigured: true, HasConnected: false } && (_connection.Options.Required ?? !_connection.IsLenient)
        ? "Redis cannot be reached."
        : null;

    public void Dispose()
    {
        _meanwhile?.Dispose();
        _backplane?.Dispose();
    }
}
