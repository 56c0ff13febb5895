using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Events;

namespace Pod.Cli.Development.Processes;

/// <summary>
/// Reads the log of a server whose console writes JSON: lines become log events, those that end a call become call events with everything that was written
/// under the same session. A server that logs in another way is shown line by line.
/// </summary>
/// <param name="events">Where they go.</param>
/// <param name="listens">Called with the address when the server says that it is ready.</param>
internal sealed partial class ServerLog(EventStream events, Action<string> listens)
{
    private const int Ready = 2403;
    private const int Statement = 2200;
    private const int SocketOpened = 2100;
    private const int SocketClosed = 2101;

    // Each request and statement once more; the loop shows calls with their statements itself.
    private static readonly string[] Repeating = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Npgsql"];

    // Sessions that never end must not fill the memory.
    private const int MaxSessions = 1000;
    private const int MaxDetails = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<string>> _sessions = new(StringComparer.Ordinal);
    private int _openSockets;

    public void Read(string line)
    {
        lock (_gate)
        {
            if (LogLine.TryParse(line) is { } entry)
            {
                Read(entry);
            }
            else if (line.Length > 0)
            {
                events.Emit(new LogWritten("server", LogLevel.Information, line));
                if (ReadyLine().Match(line) is { Success: true } ready)
                {
                    listens(ready.Groups["address"].Value);
                }
            }
        }
    }

    private void Read(LogLine entry)
    {
        var isOfRuntime = entry.Category.StartsWith("Pod.Runtime", StringComparison.Ordinal);
        if (isOfRuntime && CallOutcome(entry.EventId) is { } outcome)
        {
            EndCall(entry, outcome);
            return;
        }

        if (entry is { Category: "Pod.Database", EventId: Statement, Level: LogLevel.Information })
        {
            // Every statement would hide everything else.
            Remember(entry, $"{entry.Value("Duration", "0.0")} ms  {entry.State("Text")}");
            events.Emit(new LogWritten("server", LogLevel.Debug, entry.Message));
            return;
        }

        if (entry.Level == LogLevel.Information && Repeating.Any(category => entry.Category.StartsWith(category, StringComparison.Ordinal)))
        {
            events.Emit(new LogWritten("server", LogLevel.Debug, entry.Message));
            return;
        }

        Remember(entry, entry.Message);
        events.Emit(new LogWritten("server", entry.Level, entry.Message, entry.Exception));
        switch (entry.EventId)
        {
            case Ready when isOfRuntime && entry.State("Address") is { } address:
                listens(address);
                break;
            case SocketOpened or SocketClosed when isOfRuntime:
                _openSockets += entry.EventId == SocketOpened ? 1 : -1;
                events.Emit(new StreamsChanged(_openSockets));
                break;
        }
    }

    private void EndCall(LogLine entry, string outcome)
    {
        var details = entry.Session is { } session && _sessions.Remove(session, out var remembered) ? remembered : [];
        if (entry.Exception is { } exception)
        {
            details.AddRange(exception.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd()));
            events.Emit(new LogWritten("server", entry.Level, entry.Message, exception));
        }
        else if (outcome is "refused" or "exception")
        {
            details.Add(entry.Message);
        }

        var milliseconds = entry.Number("Milliseconds");
        events.Emit(new CallEnded($"{entry.State("Endpoint")}/{entry.State("Method")}", outcome, milliseconds, details));
    }

    private void Remember(LogLine entry, string detail)
    {
        if (entry.Session is not { } session)
        {
            return;
        }

        if (!_sessions.TryGetValue(session, out var details))
        {
            if (_sessions.Count >= MaxSessions)
            {
                _sessions.Remove(_sessions.Keys.First());
            }

            _sessions[session] = details = [];
        }

        if (details.Count < MaxDetails)
        {
            details.Add(detail);
        }
    }

    // The ids of Pod.Runtime's messages about calls.
    private static string? CallOutcome(int eventId) => eventId switch
    {
        2000 => "ok",
        2001 => "failed",
        2002 => "exception",
        2003 => "cancelled",
        2004 => "refused",
        _ => null,
    };

    [GeneratedRegex(@"is ready at (?<address>https?://\S+?)\. ")]
    private static partial Regex ReadyLine();
}
