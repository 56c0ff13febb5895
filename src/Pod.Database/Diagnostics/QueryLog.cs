using Microsoft.Extensions.Logging;
using Pod.Database.Execution;

namespace Pod.Database.Diagnostics;

/// <summary>Logs statements: all, or those that take long. Values of parameters are never among it.</summary>
internal sealed class QueryLog
{
    private readonly ILogger _logger;
    private readonly bool _logsAll;
    private readonly TimeSpan _slow;

    private QueryLog(ILogger logger, bool logsAll, TimeSpan slow)
    {
        _logger = logger;
        _logsAll = logsAll;
        _slow = slow;
    }

    /// <summary>The log, or null if nothing would ever be written, so that nobody has to look at a clock.</summary>
    public static QueryLog? For(ILogger logger, PodDatabaseOptions options)
        => logger.IsEnabled(LogLevel.Warning) && (options.LogQueries || options.SlowQuery is not null)
            ? new QueryLog(logger, options.LogQueries, options.SlowQuery ?? TimeSpan.MaxValue)
            : null;

    public void Write(StatementPlan plan, TimeSpan duration, long rows, bool isFailed)
    {
        var isSlow = duration >= _slow;
        if (isSlow || _logsAll)
        {
            _logger.StatementExecuted(
                isSlow ? LogLevel.Warning : LogLevel.Information, plan.Name, duration.TotalMilliseconds, rows, isSlow, isFailed, plan.Text);
        }
    }
}
