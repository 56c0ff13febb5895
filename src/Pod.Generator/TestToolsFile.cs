namespace Pod.Generator;

/// <summary>The file with the tools for an application's tests.</summary>
/// <param name="Path">The path, relative to the server's folder, with forward slashes.</param>
/// <param name="Namespace">The namespace of its code.</param>
public sealed record TestToolsFile(string Path, string Namespace);
