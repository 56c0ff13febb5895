using System.Globalization;

namespace Pod.Benchmarks.Streams;

/// <summary>Bare notes; the path says what they are for.</summary>
internal sealed class SocketDialect : IStreamDialect
{
    public string Name => "WebSocket by hand";

    public string PathOf(string activity) => "/" + activity;

    public IReadOnlyList<string> Opening(string activity) => [];

    public string Echo(int number) => string.Create(CultureInfo.InvariantCulture, $$"""{"number":{{number}},"text":"{{Notes.Text}}"}""");

    public string Push(int count) => count.ToString(CultureInfo.InvariantCulture);
}
