using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Pod.Cli.Development.Processes;

/// <summary>One line of ASP.NET Core's JSON console log.</summary>
/// <param name="EventId">The message's number in its package.</param>
/// <param name="Level">How important.</param>
/// <param name="Category">Who writes.</param>
/// <param name="Message">The text.</param>
/// <param name="Exception">The exception with its stack, or null.</param>
/// <param name="Session">The session that it was written in, or null.</param>
internal sealed record LogLine(int EventId, LogLevel Level, string Category, string Message, string? Exception, string? Session)
{
    private JsonElement _state;

    /// <returns>Null when the line is something else.</returns>
    public static LogLine? TryParse(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.TryGetProperty(nameof(Category), out var category) && root.TryGetProperty(nameof(Message), out var message)
                    && Enum.TryParse<LogLevel>(root.GetProperty("LogLevel").GetString(), out var level)
                ? new LogLine(
                    root.GetProperty(nameof(EventId)).GetInt32(),
                    level,
                    category.GetString() ?? "",
                    message.GetString() ?? "",
                    root.TryGetProperty(nameof(Exception), out var exception) ? exception.GetString() : null,
                    SessionOf(root))
                { _state = root.TryGetProperty("State", out var state) ? state.Clone() : default }
                : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Gives a value of the message as text.</summary>
    public string? State(string name) => _state.ValueKind == JsonValueKind.Object && _state.TryGetProperty(name, out var value) ? value.ToString() : null;

    public double? Number(string name) => double.TryParse(State(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Value(string name, string format) => Number(name)?.ToString(format, CultureInfo.InvariantCulture) ?? "?";

    private static string? SessionOf(JsonElement root) => root.TryGetProperty("Scopes", out var scopes)
        ? scopes.EnumerateArray().Where(static scope => scope.ValueKind == JsonValueKind.Object)
            .Select(static scope => scope.TryGetProperty("SessionId", out var id) ? id.ToString() : null)
            .FirstOrDefault(static id => id is not null)
        : null;
}
