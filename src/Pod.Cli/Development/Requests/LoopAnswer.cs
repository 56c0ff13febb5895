namespace Pod.Cli.Development.Requests;

/// <summary>What came of a command.</summary>
/// <param name="Ok">Whether it did what was asked, and the server runs with it.</param>
/// <param name="Text">What happened.</param>
internal sealed record LoopAnswer(bool Ok, string Text);
