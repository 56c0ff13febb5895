namespace Pod.Benchmarks.Streams;

/// <summary>The notes of the contests.</summary>
internal static class Notes
{
    public const string Channel = "notes";

    public const string Text = "The quick brown fox jumps over the lazy dog.";

    public static Note Of(int number) => new() { Number = number, Text = Text };
}
