using System.Text.Encodings.Web;
using System.Text.Json;
using Pod.Cli.Development.Events;

namespace Pod.Cli.Development.Output;

/// <summary>One JSON object a line for each event.</summary>
internal sealed class JsonLines(TextWriter output) : IEventReader
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(EventStream events)
    {
        await foreach (var happened in events.ReadAllAsync())
        {
            await output.WriteLineAsync(happened.ToJson().ToJsonString(OneLine));
            await output.FlushAsync();
        }
    }
}
