using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pod.Database.Tests.Support;

/// <summary>Keeps what Pod logs about statements.</summary>
internal sealed class LogRecorder : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, Dictionary<string, object?> Values)> Statements { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == 2200 && state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            Statements.Enqueue((logLevel, values.ToDictionary(pair => pair.Key, pair => pair.Value)));
        }
    }

    public void Dispose()
    {
    }
}
