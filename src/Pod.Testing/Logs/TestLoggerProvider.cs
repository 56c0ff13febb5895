using Microsoft.Extensions.Logging;

namespace Pod.Testing.Logs;

/// <summary>Takes every log entry of the server: into the log of the test that caused it, and to that test's output.</summary>
internal sealed class TestLoggerProvider(TestOutput output, Action<string>? hostOutput) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new TestLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private void Write(LogEntry entry)
    {
        var test = PodTestScope.Current;
        test?.Log.Add(entry);
        if (output == TestOutput.All || (output == TestOutput.Errors && entry.Level >= LogLevel.Error))
        {
            (test is null ? hostOutput : test.WriteLine)?.Invoke(entry.ToString());
        }
    }

    private Guid? FindSession()
    {
        var found = new SessionOfScope();
        _scopes.ForEachScope(
            static (scope, found) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object?>> pairs
                    && pairs.FirstOrDefault(static pair => pair.Key == "SessionId").Value is Guid id)
                {
                    found.Id = id;
                }
            },
            found);
        return found.Id;
    }

    private sealed class SessionOfScope
    {
        public Guid? Id { get; set; }
    }

    private sealed class TestLogger(TestLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => provider._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => provider.Write(new LogEntry(logLevel, category, eventId, formatter(state, exception), exception, provider.FindSession()));
    }
}
