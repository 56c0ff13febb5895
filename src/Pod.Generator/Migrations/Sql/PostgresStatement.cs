using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Sql.Guards;
using Pod.Generator.Migrations.Sql.Statements;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql;

/// <summary>The statements of one operation.</summary>
internal static class PostgresStatement
{
    /// <summary>Gives the operation's SQL behind the check of the rows that it may fail on.</summary>
    public static string Of(MigrationOperation operation) =>
        MigrationGuard.Of(operation) is { } guard ? $"{guard}\n{Change(operation)}" : Change(operation);

    private static string Change(MigrationOperation operation) => operation switch
    {
        CreateExtensionOperation create => PostgresExtension.Of(create.Extension).Sql,
        CreateFunctionOperation => UuidV7Function.Sql,
        CreateTableOperation create => PostgresTable.Create(create.Definition, create.IfNotExists),
        DropTableOperation drop => $"DROP TABLE {Quote(drop.Table)};",
        AddColumnOperation add => AddColumn(add.Table, add.Column),
        DropColumnOperation drop => $"ALTER TABLE {Quote(drop.Table)} DROP COLUMN {Quote(drop.Column)};",
        AlterColumnOperation alter => PostgresAlterColumn.Of(alter),
        BackfillOperation backfill => PostgresBackfill.Of(backfill),
        CreateIndexOperation create => create.Concurrently
            ? PostgresIndex.CreateConcurrently(create.Table, create.Index)
            : PostgresIndex.Create(create.Table, create.Index, create.IfNotExists),
        DropIndexOperation drop => $"DROP INDEX {Quote(drop.Index)};",
        AddForeignKeyOperation add => PostgresConstraint.AddForeignKey(add.Table, add.Key, add.NotValid, add.IfNotExists),
        DropForeignKeyOperation drop => PostgresConstraint.Drop(drop.Table, drop.Key),
        AddCheckOperation add => PostgresConstraint.AddCheck(add.Table, add.Check, add.NotValid, add.IfNotExists),
        DropCheckOperation drop => PostgresConstraint.Drop(drop.Table, drop.Check),
        ValidateConstraintOperation validate => PostgresConstraint.Validate(validate.Table, validate.Constraint),
        RenameTableOperation rename => $"ALTER TABLE {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        RenameColumnOperation rename => $"ALTER TABLE {Quote(rename.Table)} RENAME COLUMN {Quote(rename.From)} TO {Quote(rename.To)};",
        RenameConstraintOperation rename => $"ALTER TABLE {Quote(rename.Table)} RENAME CONSTRAINT {Quote(rename.From)} TO {Quote(rename.To)};",
        RenameIndexOperation rename => $"ALTER INDEX {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        RenameSequenceOperation rename => $"ALTER SEQUENCE {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        SetModuleVersionOperation set => PostgresModuleVersion.Of(set),
        SqlOperation sql => sql.Text,
        _ => throw new ArgumentException($"The operation '{operation.Name}' has no SQL form.", nameof(operation)),
    };

    private static string AddColumn(string table, ColumnSchema column)
    {
        var add = $"ALTER TABLE {Quote(table)} ADD COLUMN {PostgresColumn.Definition(table, column)};";
        return PostgresColumn.HasOwnSequence(column)
            ? $"{PostgresColumn.CreateSequence(table, column, ifNotExists: false)}\n{add}\n{PostgresColumn.OwnSequence(table, column)}"
            : add;
    }

    private static string Quote(string name) => PostgresIdentifier.Quote(name);
}
