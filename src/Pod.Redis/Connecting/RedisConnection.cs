using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Runtime;
using StackExchange.Redis;

namespace Pod.Redis.Connecting;

/// <summary>The one connection to Redis. It is made in the background, however long that takes; once made, it restores itself.</summary>
internal sealed class RedisConnection : IPodRedis, IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConfigurationOptions? _configuration;
    private readonly IConnectionMultiplexer? _given;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _connecting = Task.CompletedTask;
    private volatile IConnectionMultiplexer? _connection;

    public RedisConnection(
        IOptions<PodRedisOptions> options, IConfiguration configuration, IHostEnvironment environment, PodPasswords passwords, IServiceProvider services,
        TimeProvider time, ILoggerFactory loggers)
    {
        Options = options.Value;
        _time = time;
        _logger = loggers.CreateLogger("Pod.Redis");
        IsLenient = environment.IsDevelopment() || environment.IsEnvironment("Test");
        Prefix = $"pod:{{{environment.ApplicationName}:{environment.EnvironmentName.ToLowerInvariant()}}}:";
        if (Options.Enabled == false)
        {
            return;
        }

        _given = services.GetService<IConnectionMultiplexer>();
        _configuration = _given is null ? RedisConfiguration.Read(Options, configuration, passwords, environment.ApplicationName) : null;
        if (_configuration is null && _given is null && Options.Enabled == true)
        {
            throw new PodStartException(
                "'Pod:Redis:Enabled' is true, but nothing says where Redis is. Set ConnectionStrings:cache or Pod:Redis:Host.",
                new InvalidOperationException("Redis is not configured."));
        }

        if (_configuration is not null && !environment.IsDevelopment() && RedisConfiguration.Missing(_configuration) is { } missing)
        {
            _logger.Unprotected(RedisConfiguration.Describe(_configuration), missing);
        }
    }

    public PodRedisOptions Options { get; }

    public ILogger Logger => _logger;

    /// <summary>What the names of all keys and channels begin with; the braces keep them together in a cluster.</summary>
    public string Prefix { get; }

    /// <summary>Whether the server works without Redis until it appears.</summary>
    public bool IsLenient { get; }

    public bool IsConfigured => _configuration is not null || _given is not null;

    public bool HasConnected => _connection is not null;

    /// <summary>Whether Redis was away when the server started.</summary>
    public bool IsLate { get; private set; }

    [MemberNotNullWhen(true, nameof(Connection), nameof(Database))]
    public bool IsAvailable => _connection?.IsConnected == true;

    public IConnectionMultiplexer? Connection => _connection;

    public IDatabase? Database => _connection?.GetDatabase();

    /// <summary>Done when there was a connection for the first time.</summary>
    public Task FirstConnection => _connected.Task;

    /// <summary>A lost connection is back; the argument says which of the two, for commands or for subscriptions.</summary>
    public event Action<ConnectionType>? Restored;

    public void Start() => _connecting = _given is null ? Task.Run(ConnectAsync) : Task.Run(() => Use(_given));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _connecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_given is null)
        {
            _connection?.Dispose();
        }

    }

    private async Task ConnectAsync()
    {
        var pause = FirstPause;
        for (var attempt = 0; !_stopping.IsCancellationRequested; attempt++)
        {
            try
            {
                Use(await ConnectionMultiplexer.ConnectAsync(_configuration!).ConfigureAwait(false));
                return;
            }
            catch (Exception e) when (e is RedisException or TimeoutException or AggregateException or IOException)
            {
                if (attempt == 0)
                {
                    IsLate = true;
                    _logger.NotReached(
                        RedisConfiguration.Describe(_configuration!), FirstLine(e),
                        IsLenient ? "Meanwhile the cache and the messages are this process's own." : "Meanwhile the global cache is empty and global messages are not sent.");
                }
            }

            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private void Use(IConnectionMultiplexer connection)
    {
        connection.ConnectionFailed += (_, failure) =>
        {
            if (failure.ConnectionType == ConnectionType.Subscription)
            {
                RedisMeters.SetConnected(false);
            }
            else
            {
                _logger.ConnectionLost(failure.FailureType.ToString());
            }
        };
        connection.ConnectionRestored += (_, restored) =>
        {
            if (restored.ConnectionType == ConnectionType.Interactive)
            {
                _logger.ConnectionBack();
            }

            Restored?.Invoke(restored.ConnectionType);
        };
        _connection = connection;
        _logger.Connected(_configuration is null ? "the connection of the application" : RedisConfiguration.Describe(_configuration));
        _connected.TrySetResult();
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('.', '\r') + ".";
}
