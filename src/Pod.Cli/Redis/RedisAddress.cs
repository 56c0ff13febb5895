using System.Globalization;
using Microsoft.Extensions.Configuration;
using Pod.Runtime.Hosting;

namespace Pod.Cli.Redis;

/// <summary>Where a server finds Redis, as its configuration says it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The port.</param>
/// <param name="User">Who signs in; null for Redis' default user.</param>
/// <param name="Password">The password; null where the configuration has none.</param>
/// <param name="IsEncrypted">Whether the connection is encrypted.</param>
internal sealed record RedisAddress(string Host, int Port, string? User, string? Password, bool IsEncrypted)
{
    private const string Section = "Pod:Redis";
    private const int DefaultPort = 6379;

    /// <summary>Gets the address; null where no Redis is configured.</summary>
    public static RedisAddress? Of(IConfiguration configuration)
    {
        if (configuration.GetConnectionString(HostingContract.CacheConnection) is { Length: > 0 } connection)
        {
            return Parse(connection);
        }

        var section = configuration.GetSection(Section);
        return section["Host"] is { Length: > 0 } host
            ? new RedisAddress(host, PortOf(section["Port"]), section["User"], Password: null, IsTrue(section["Ssl"]))
            : null;
    }

    public override string ToString() => $"{Host}:{Port.ToString(CultureInfo.InvariantCulture)}";

    // 'redis:6379,password=secret,ssl=true': of several servers the first one is enough to ask.
    private static RedisAddress? Parse(string connection)
    {
        var parts = connection.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? Option(string name) => parts.Select(static part => part.Split('=', 2))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim();

        if (parts.FirstOrDefault(static part => !part.Contains('=', StringComparison.Ordinal)) is not { } server)
        {
            return null;
        }

        var colon = server.LastIndexOf(':');
        var hasPort = colon > server.LastIndexOf(']');
        return new RedisAddress(
            (hasPort ? server[..colon] : server).Trim('[', ']'), hasPort ? PortOf(server[(colon + 1)..]) : DefaultPort, Option("user"), Option("password"), IsTrue(Option("ssl")));
    }

    private static int PortOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : DefaultPort;

    private static bool IsTrue(string? text) => "true".Equals(text, StringComparison.OrdinalIgnoreCase);
}
