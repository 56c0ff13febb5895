using System.Collections.Concurrent;

namespace Pod.Testing;

/// <summary>What travelled between the server and the real clients of a test, which it connects with its handler or socket. Safe on any thread.</summary>
/// <example><code>Assert.Equal(File.ReadAllText("open.golden"), string.Join('\n', Test.Wire.Frames));</code></example>
public sealed class TestWire
{
    private readonly ConcurrentQueue<WireFrame> _frames = new();
    private readonly TimeProvider _time;

    internal TestWire(TimeProvider time) => _time = time;

    /// <summary>Requests, answers and messages of sockets so far, in the order in which they were complete.</summary>
    public IReadOnlyList<WireFrame> Frames => [.. _frames];

    internal void Add(WireDirection direction, string text) => _frames.Enqueue(new WireFrame(direction, text, _time.GetUtcNow()));
}
