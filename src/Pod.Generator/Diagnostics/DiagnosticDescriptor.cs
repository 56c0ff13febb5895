namespace Pod.Generator.Diagnostics;

/// <summary>One kind of finding.</summary>
/// <param name="Id">The stable id, for example <c>POD1104</c>. Never reused.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">The rule in a few words.</param>
public sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string Title);
