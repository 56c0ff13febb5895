using System.Text;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Sql;

/// <summary>Operations in, SQL out. Identifiers are always quoted; the text depends on nothing but the operations.</summary>
public static class PostgresMigrationWriter
{
    // A waiting ALTER would hold up everybody behind it; better fail and try again.
    private const string LockTimeout = "SET LOCAL lock_timeout = '5s';";

    /// <summary>Writes <c>migration.sql</c>.</summary>
    /// <param name="version">The migration's version.</param>
    /// <param name="operations">The operations in order.</param>
    public static string WriteMigration(string version, IReadOnlyCollection<MigrationOperation> operations) =>
        Write($"-- Migration {version}. Made by Pod; may be edited before it is applied anywhere.", operations);

    /// <summary>Writes <c>definition.sql</c>, which makes the whole schema in an empty database.</summary>
    /// <param name="version">The migration's version.</param>
    /// <param name="schema">The schema.</param>
    public static string WriteDefinition(string version, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var operations = SchemaDiffer.Compare(DatabaseSchema.Empty(schema.Module), schema).Operations;
        return Write($"-- The whole schema after migration {version}, for an empty database. Made by Pod.", operations);
    }

    private static string Write(string title, IReadOnlyCollection<MigrationOperation> operations)
    {
        var sql = new StringBuilder();
        sql.Append(title).Append("\n\n").Append(LockTimeout).Append('\n');
        foreach (var extension in PostgresExtension.NeededBy(operations))
        {
            sql.Append('\n').Append(extension.Sql);
        }

        if (operations.SelectMany(ColumnsOf).Any(static column => column.Default == PostgresDefault.RandomV7))
        {
            sql.Append('\n').Append(UuidV7Function.Sql);
        }

        foreach (var operation in operations)
        {
            sql.Append('\n').Append(Statement(operation)).Append('\n');
        }

        return sql.ToString();
    }

    private static IEnumerable<ColumnSchema> ColumnsOf(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create => create.Definition.Columns,
        AddColumnOperation add => [add.Column],
        AlterColumnOperation alter => [alter.To],
        _ => [],
    };

    private static string Statement(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create => CreateTable(create.Definition, create.IfNotExists),
        DropTableOperation drop => $"DROP TABLE {Quote(drop.Table)};",
        AddColumnOperation add => AddColumn(add.Table, add.Column),
        DropColumnOperation drop => $"ALTER TABLE {Quote(drop.Table)} DROP COLUMN {Quote(drop.Column)};",
        AlterColumnOperation alter => AlterColumn(alter),
        CreateIndexOperation create => PostgresIndex.Create(create.Table, create.Index, create.IfNotExists),
        DropIndexOperation drop => $"DROP INDEX {Quote(drop.Index)};",
        AddForeignKeyOperation add => AddConstraint(add.Table, add.Key.Name, ForeignKey(add.Key), add.IfNotExists),
        DropForeignKeyOperation drop => $"ALTER TABLE {Quote(drop.Table)} DROP CONSTRAINT {Quote(drop.Key)};",
        AddCheckOperation add => AddConstraint(add.Table, add.Check.Name, $" CHECK ({add.Check.Expression})", add.IfNotExists),
        DropCheckOperation drop => $"ALTER TABLE {Quote(drop.Table)} DROP CONSTRAINT {Quote(drop.Check)};",
        RenameTableOperation rename => $"ALTER TABLE {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        RenameColumnOperation rename => $"ALTER TABLE {Quote(rename.Table)} RENAME COLUMN {Quote(rename.From)} TO {Quote(rename.To)};",
        RenameConstraintOperation rename => $"ALTER TABLE {Quote(rename.Table)} RENAME CONSTRAINT {Quote(rename.From)} TO {Quote(rename.To)};",
        RenameIndexOperation rename => $"ALTER INDEX {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        RenameSequenceOperation rename => $"ALTER SEQUENCE {Quote(rename.From)} RENAME TO {Quote(rename.To)};",
        _ => throw new ArgumentException($"The operation '{operation.Name}' has no SQL form.", nameof(operation)),
    };

    private static string CreateTable(TableSchema table, bool ifNotExists)
    {
        var sequences = table.Columns.Where(PostgresColumn.HasOwnSequence).ToList();
        var sql = new StringBuilder();
        foreach (var column in sequences)
        {
            sql.Append(PostgresColumn.CreateSequence(table.Name, column, ifNotExists)).Append('\n');
        }

        sql.Append($"CREATE TABLE {(ifNotExists ? "IF NOT EXISTS " : "")}{Quote(table.Name)} (\n    ")
            .AppendJoin(",\n    ", table.Columns.Select(column => PostgresColumn.Definition(table.Name, column)))
            .Append("\n);");
        foreach (var column in sequences)
        {
            sql.Append('\n').Append(PostgresColumn.OwnSequence(table.Name, column));
        }

        return sql.ToString();
    }

    private static string AddColumn(string table, ColumnSchema column)
    {
        var add = $"ALTER TABLE {Quote(table)} ADD COLUMN {PostgresColumn.Definition(table, column)};";
        return PostgresColumn.HasOwnSequence(column)
            ? $"{PostgresColumn.CreateSequence(table, column, ifNotExists: false)}\n{add}\n{PostgresColumn.OwnSequence(table, column)}"
            : add;
    }

    private static string AlterColumn(AlterColumnOperation alter)
    {
        var (from, to) = (alter.From, alter.To);
        var head = $"ALTER TABLE {Quote(alter.Table)} ALTER COLUMN {Quote(to.Name)}";
        var statements = new List<string>();
        if (from.Type != to.Type)
        {
            var conversion = to.Type is "json" or "jsonb" ? $" USING {Quote(to.Name)}::{to.Type}" : "";
            statements.Add($"{head} TYPE {to.Type}{conversion};");
        }

        if (from.Default != to.Default)
        {
            statements.Add(to.Default is null ? $"{head} DROP DEFAULT;" : $"{head} SET DEFAULT {PostgresDefault.Of(alter.Table, to)};");
        }

        if (from.Nullable != to.Nullable)
        {
            statements.Add(to.Nullable ? $"{head} DROP NOT NULL;" : $"{head} SET NOT NULL;");
        }

        if (PostgresColumn.HasOwnSequence(to) && !PostgresColumn.HasOwnSequence(from))
        {
            statements.Insert(0, PostgresColumn.CreateSequence(alter.Table, to, ifNotExists: false));
            statements.Add(PostgresColumn.OwnSequence(alter.Table, to));
        }

        return string.Join('\n', statements);
    }

    private static string AddConstraint(string table, string name, string definition, bool ifNotExists)
    {
        var add = $"ALTER TABLE {Quote(table)} ADD CONSTRAINT {Quote(name)}{definition};";
        return !ifNotExists ? add : $"""
            DO $pod$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = '{Quote(table)}'::regclass AND conname = '{name}') THEN
                    {add}
                END IF;
            END $pod$;
            """.ReplaceLineEndings("\n");
    }

    private static string ForeignKey(ForeignKeySchema key)
    {
        var timing = key.Deferrable switch
        {
            ConstraintTiming.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
            ConstraintTiming.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
            _ => "",
        };
        return $"\n    FOREIGN KEY ({Columns(key.Columns)}) REFERENCES {Quote(key.Table)} ({Columns(key.References)})"
            + $"\n    ON DELETE {Action(key.OnDelete)} ON UPDATE {Action(key.OnUpdate)}{timing}";
    }

    private static string Columns(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };

    private static string Quote(string name) => PostgresIdentifier.Quote(name);
}
