using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.Generator;

/// <summary>What a run reads about a module that the application uses.</summary>
/// <param name="Definition">The module.</param>
/// <param name="ModelFiles">Its model files. Their paths tell them from the application's.</param>
/// <param name="Contract">Its <c>pod.contract.json</c>.</param>
/// <param name="Version">The version of its newest migration; null when it has none.</param>
public sealed record ModuleSource(ModuleDefinition Definition, ValueList<SourceFile> ModelFiles, string Contract, string? Version = null);
