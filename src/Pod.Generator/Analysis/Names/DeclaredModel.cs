using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Analysis.Names;

/// <summary>A type name and what stands behind it.</summary>
/// <param name="Syntax">The declaring file.</param>
/// <param name="Kind">Class, exception or enum.</param>
/// <param name="IsServerOnly">Whether clients never see it.</param>
/// <param name="Module">The module that it is from, or null.</param>
internal sealed record DeclaredModel(ModelSyntax Syntax, TypeKind Kind, bool IsServerOnly, ModuleDefinition? Module);
