using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Pod.Cli.Development.Events;

/// <summary>A program of the loop wrote a line.</summary>
/// <param name="Program"><c>server</c>, or the name of an app.</param>
/// <param name="Level">How important; lines without a level are informations.</param>
/// <param name="Message">The line.</param>
/// <param name="Exception">An exception with its stack, or null.</param>
internal sealed record LogWritten(string Program, LogLevel Level, string Message, string? Exception = null) : LoopEvent("log", Program, Message)
{
    protected override void AddTo(JsonObject json)
    {
        json["level"] = Level.ToString().ToLowerInvariant();
        if (Exception is not null)
        {
            json["exception"] = Exception;
        }
    }
}
