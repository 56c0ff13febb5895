using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Pod.Cli.Redis;

/// <summary>Asks a Redis who it is. Neither keys nor settings are looked at.</summary>
internal static class RedisProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<RedisAnswer> AskAsync(RedisAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ConverseAsync(address, either.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            return new RedisAnswer(exception.Message);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new RedisAnswer($"no answer within {Patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds");
        }
    }

    private static async Task<RedisAnswer> ConverseAsync(RedisAddress address, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        await using var stream = await SecureAsync(client.GetStream(), address, cancellationToken);
        using var redis = new RedisConversation(stream);
        if (address.Password is { Length: > 0 } password)
        {
            await redis.AskAsync(cancellationToken, address.User is { Length: > 0 } user ? ["AUTH", user, password] : ["AUTH", password]);
        }

        var about = await redis.AskAsync(cancellationToken, "INFO", "server");
        var clock = (await redis.AskAsync(cancellationToken, "TIME")).Split('\n');
        return new RedisAnswer(
            Problem: null,
            about.Split('\n').Select(static line => line.Trim().Split(':', 2)).FirstOrDefault(static pair => pair[0] == "redis_version")?[1] ?? "",
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(clock[0], CultureInfo.InvariantCulture)));
    }

    private static async Task<Stream> SecureAsync(Stream stream, RedisAddress address, CancellationToken cancellationToken)
    {
        if (!address.IsEncrypted)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellationToken);
        return secure;
    }
}
