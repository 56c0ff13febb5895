namespace Pod.Generator.TypeScript;

/// <summary>A file of a TypeScript client.</summary>
/// <param name="Path">The path in the package's folder, with forward slashes.</param>
/// <param name="Text">The text.</param>
public sealed record TypeScriptFile(string Path, string Text);
