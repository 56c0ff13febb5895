namespace Pod.Generator.Migrations;

/// <summary>A stored field that had another name.</summary>
/// <param name="Table">The table, by its name in the models.</param>
/// <param name="From">The former field name.</param>
/// <param name="To">The field name in the models.</param>
public sealed record FieldRename(string Table, string From, string To);
