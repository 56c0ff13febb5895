using System.Net;
using Microsoft.Extensions.Configuration;
using Pod.Runtime;
using Pod.Runtime.Hosting;
using StackExchange.Redis;

namespace Pod.Redis.Connecting;

/// <summary>Where Redis is, from the configuration.</summary>
internal static class RedisConfiguration
{
    private const string ConnectionName = HostingContract.CacheConnection;
    private const string Secret = "redis";
    private const int KeepAliveSeconds = 15;
    private const int FirstReconnectMilliseconds = 500;
    private const int LongestReconnectMilliseconds = 30_000;

    /// <summary>Gives what to connect with; null where nothing is configured.</summary>
    public static ConfigurationOptions? Read(PodRedisOptions options, IConfiguration configuration, PodPasswords passwords, string clientName)
    {
        var connection = configuration.GetConnectionString(ConnectionName) is { Length: > 0 } text ? Parse(text) : FromSettings(options, passwords);
        if (connection is null)
        {
            return null;
        }

        connection.ClientName = clientName.Replace(' ', '-');
        connection.KeepAlive = KeepAliveSeconds;
        connection.ConnectTimeout = (int)options.ConnectTimeout.TotalMilliseconds;
        connection.SyncTimeout = (int)options.OperationTimeout.TotalMilliseconds;
        connection.ReconnectRetryPolicy = new ExponentialRetry(FirstReconnectMilliseconds, LongestReconnectMilliseconds);
        // Until the first connection the loop of RedisConnection tries again; afterwards the multiplexer does.
        connection.AbortOnConnectFail = true;
        return connection;
    }

    public static string Describe(ConfigurationOptions connection) => string.Join(", ", connection.EndPoints.Select(Describe));

    /// <summary>What the connection lacks on its way over a network; null for nothing.</summary>
    public static string? Missing(ConfigurationOptions connection)
        => connection.EndPoints.All(IsLoopback) ? null
            : (string.IsNullOrEmpty(connection.Password), connection.Ssl) switch
            {
                (true, false) => "password and encryption",
                (true, true) => "password",
                (false, false) => "encryption",
                _ => null,
            };

    private static ConfigurationOptions Parse(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text);
        }
        catch (ArgumentException e)
        {
            throw new PodStartException($"The connection string 'ConnectionStrings:{ConnectionName}' is malformed: {e.Message} Write it as host:port,password=…,ssl=true.", e);
        }
    }

    private static ConfigurationOptions? FromSettings(PodRedisOptions options, PodPasswords passwords)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            return null;
        }

        // The user can be said in text only, as long as StackExchange.Redis 1.2.6 is supported; it has no such option.
        ConfigurationOptions connection;
        try
        {
            connection = options.User is null ? new ConfigurationOptions() : ConfigurationOptions.Parse($"user={options.User}");
        }
        catch (ArgumentException e)
        {
            throw new PodStartException("'Pod:Redis:User' needs StackExchange.Redis 2 or later. Reference it in the server's project, or leave the user out.", e);
        }

        connection.EndPoints.Add(options.Host, options.Port);
        connection.Password = passwords.Find(Secret);
        connection.Ssl = options.Ssl;
        return connection;
    }

    private static string Describe(EndPoint endpoint) => endpoint is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : endpoint.ToString() ?? "";

    private static bool IsLoopback(EndPoint endpoint) => endpoint switch
    {
        IPEndPoint ip => IPAddress.IsLoopback(ip.Address),
        DnsEndPoint dns => dns.Host == "localhost" || (IPAddress.TryParse(dns.Host, out var address) && IPAddress.IsLoopback(address)),
        _ => true,
    };
}
