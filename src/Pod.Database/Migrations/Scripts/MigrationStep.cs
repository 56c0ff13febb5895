namespace Pod.Database.Migrations;

/// <summary>Statements that are committed together, or, outside a transaction, one by one.</summary>
internal sealed record MigrationStep(int Number, bool IsTransactional, IReadOnlyList<SqlStatement> Statements);
