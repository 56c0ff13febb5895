namespace Pod.Generator.Migrations;

/// <summary>The migration that another one follows.</summary>
/// <param name="Version">Its version.</param>
/// <param name="DefinitionHash">The hash of its <c>definition.json</c>.</param>
public sealed record MigrationParent(string Version, string DefinitionHash);
