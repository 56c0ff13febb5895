using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pod.Testing;

/// <summary>What a test caused: log entries and statements, those of the test's own session included. Safe on any thread.</summary>
public sealed class TestLog
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ConcurrentQueue<LoggedQuery> _queries = new();

    internal TestLog()
    {
    }

    /// <summary>The entries so far.</summary>
    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <summary>The statements so far. What begins and ends transactions is not among them.</summary>
    public IReadOnlyList<LoggedQuery> Queries => [.. _queries];

    /// <summary>Fails when something was logged as an error or worse.</summary>
    /// <exception cref="PodTestAssertionException">It was.</exception>
    public void AssertNoErrors()
    {
        var errors = _entries.Where(static entry => entry.Level is LogLevel.Error or LogLevel.Critical).ToList();
        if (errors.Count > 0)
        {
            throw new PodTestAssertionException($"The test logged {errors.Count} error(s):\n{string.Join('\n', errors)}");
        }
    }

    /// <summary>Fails when more statements were sent than expected, and lists them; a loop that sends one per row shows up there.</summary>
    /// <param name="atMost">How many statements are fine.</param>
    /// <exception cref="PodTestAssertionException">There were more.</exception>
    public void AssertQueries(int atMost)
    {
        var queries = Queries;
        if (queries.Count > atMost)
        {
            throw new PodTestAssertionException(
                $"{queries.Count} statements were sent, {atMost} at most were expected:\n{string.Join('\n', queries.Select(static query => $"  {query.Caller}: {query.Text}"))}");
        }
    }

    /// <summary>Forgets what was logged so far, so that what comes next can be looked at alone.</summary>
    public void Clear()
    {
        _entries.Clear();
        _queries.Clear();
    }

    internal void Add(LogEntry entry) => _entries.Enqueue(entry);

    internal void Add(LoggedQuery query) => _queries.Enqueue(query);
}
