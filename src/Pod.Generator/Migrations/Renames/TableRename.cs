namespace Pod.Generator.Migrations;

/// <summary>A table that had another name.</summary>
/// <param name="From">The former name.</param>
/// <param name="To">The name in the models.</param>
public sealed record TableRename(string From, string To);
