namespace Pod.Testing;

/// <summary>Something that travelled between a real client and the server.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Text">
/// A message of a socket as it is. Of a request, <c>POST /ticket/open</c> and, in the next line, as much of its body as the server has read; of an answer, its
/// status and its body likewise.
/// </param>
/// <param name="Time">When it was complete, by the test's clock.</param>
public sealed record WireFrame(WireDirection Direction, string Text, DateTimeOffset Time)
{
    /// <summary>Gives <c>> text</c> for what goes to the server, <c>&lt; text</c> for what comes back, for golden files.</summary>
    public override string ToString() => $"{(Direction == WireDirection.ToServer ? '>' : '<')} {Text}";
}
