using System.Globalization;

namespace Pod.Benchmarks.Streams;

/// <summary>SignalR's JSON protocol.</summary>
internal sealed class SignalRDialect : IStreamDialect
{
    private const char RecordEnd = '\x1e';

    public string Name => "SignalR";

    public string PathOf(string activity) => "/hub";

    public IReadOnlyList<string> Opening(string activity) => [$$"""{"protocol":"json","version":1}{{RecordEnd}}"""];

    public string Echo(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":1,"invocationId":"1","target":"Echo","arguments":[{"number":{{number}},"text":"{{Notes.Text}}"}]}{{RecordEnd}}""");

    // Each a call of its own: the one before may still be ending when all of its notes have come.
    public string Push(int count) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"type":4,"invocationId":"{{Guid.NewGuid()}}","target":"Push","arguments":[{{count}}]}{{RecordEnd}}""");
}
