namespace Pod.Generator;

/// <summary>One file that a run makes.</summary>
/// <param name="Target">The project it belongs to.</param>
/// <param name="Path">The path below that project's folder, with forward slashes.</param>
/// <param name="Text">The text; line ends are LF.</param>
public sealed record GeneratedFile(GenerationTarget Target, string Path, string Text);
