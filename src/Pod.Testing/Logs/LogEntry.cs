using Microsoft.Extensions.Logging;

namespace Pod.Testing;

/// <summary>One entry of the log.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Who wrote it.</param>
/// <param name="EventId">The kind of event.</param>
/// <param name="Message">The text.</param>
/// <param name="Exception">What was thrown.</param>
/// <param name="SessionId">The session that it belongs to; null outside of sessions.</param>
public sealed record LogEntry(LogLevel Level, string Category, EventId EventId, string Message, Exception? Exception, Guid? SessionId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Level} {Category}: {Message}{(Exception is null ? "" : Environment.NewLine + Exception)}";
}
