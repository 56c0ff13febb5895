using Microsoft.AspNetCore.Http;

namespace Pod.Testing;

/// <summary>The session of a call that has ended.</summary>
public sealed class FinishedSession
{
    private readonly TestLog _log;

    internal FinishedSession(Guid sessionId, TimeSpan duration, int status, IHeaderDictionary headers, TestLog log)
    {
        SessionId = sessionId;
        Duration = duration;
        Status = status;
        Headers = headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Cookies = [.. headers.SetCookie.OfType<string>()];
        _log = log;
    }

    /// <summary>Its id.</summary>
    public Guid SessionId { get; }

    /// <summary>How long it lasted, by the clock of the test.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The status of the answer over HTTP.</summary>
    public int Status { get; }

    /// <summary>The headers of the answer; case does not matter.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The values of its <c>Set-Cookie</c> headers.</summary>
    public IReadOnlyList<string> Cookies { get; }

    /// <summary>What was logged in it.</summary>
    public IReadOnlyList<LogEntry> Entries => [.. _log.Entries.Where(entry => entry.SessionId == SessionId)];

    /// <summary>The statements that it sent.</summary>
    public IReadOnlyList<LoggedQuery> Queries => [.. _log.Queries.Where(query => query.SessionId == SessionId)];
}
