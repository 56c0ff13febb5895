using System.Globalization;

namespace Pod.Benchmarks.Streams;

/// <summary>Pod's frames.</summary>
internal sealed class PodDialect : IStreamDialect
{
    private const string CallId = "0193a1d8-7c53-7b22-9e1f-5b0d3c2a1f00";

    public string Name => "Pod";

    public string PathOf(string activity) => "/v1/websocket";

    public IReadOnlyList<string> Opening(string activity) => activity switch
    {
        "echo" => [Open("echo", CallId, "{}", "\"notes\"")],
        "watch" => [Open("watch", CallId, "{}", "")],
        _ => [],
    };

    public string Echo(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$$$$"""{"type":"msm","data":{"en":"note","m":"echo","cid":"{{{{{CallId}}}}}","p":"notes","o":{"className":"Note","data":{"number":{{{{{number}}}}},"text":"{{{{{Notes.Text}}}}}"}}}}""");

    // Each a call of its own: the one before may still be ending when all of its notes have come.
    public string Push(int count) => Open("push", Guid.NewGuid().ToString(), string.Create(CultureInfo.InvariantCulture, $$"""{\"count\":{{count}}}"""), "");

    private static string Open(string method, string callId, string arguments, string inputs)
        => $$$"""{"type":"omsc","data":{"en":"note","m":"{{{method}}}","cid":"{{{callId}}}","args":"{{{arguments}}}","is":[{{{inputs}}}]}}""";
}
