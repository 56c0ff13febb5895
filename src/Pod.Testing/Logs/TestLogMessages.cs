using Microsoft.Extensions.Logging;

namespace Pod.Testing.Logs;

/// <summary>What the kit itself logs. Event ids: 4000 isolation.</summary>
internal static partial class TestLogMessages
{
    [LoggerMessage(4000, LogLevel.Warning, "A transaction asked for Serializable. Under Rollback the transactions of a test run one after the other, so it is ignored; Isolation.Database honours it.")]
    public static partial void SerializableIgnored(this ILogger logger);
}
