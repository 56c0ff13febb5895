using Microsoft.Extensions.Logging;

namespace Pod.Hosting;

/// <summary>All log messages of this package: 6000 the tool.</summary>
internal static partial class ToolLogMessages
{
    [LoggerMessage(6000, LogLevel.Information, "{Line}")]
    public static partial void ToolPrinted(this ILogger logger, string line);
}
