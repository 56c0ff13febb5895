using Pod.Generator.Migrations;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD3000–POD3099: what a migration would do to data.</summary>
internal static class MigrationDiagnostics
{
    private static readonly DiagnosticDescriptor TableDroppedRule = new("POD3001", Warning, "A table and its rows are deleted");
    private static readonly DiagnosticDescriptor ColumnDroppedRule = new("POD3002", Warning, "A column and its values are deleted");
    private static readonly DiagnosticDescriptor ColumnRecreatedRule = new("POD3003", Warning, "A column is deleted and made anew");
    private static readonly DiagnosticDescriptor NotNullSetRule = new("POD3004", Warning, "A column becomes NOT NULL");
    private static readonly DiagnosticDescriptor UniqueAddedRule = new("POD3005", Warning, "A unique rule is added to existing rows");
    private static readonly DiagnosticDescriptor NotNullWithoutDefaultRule = new("POD3006", Error, "A new NOT NULL column has no default");
    private static readonly DiagnosticDescriptor IdTypeChangedRule = new("POD3008", Error, "The type of an id changed");
    private static readonly DiagnosticDescriptor CheckAddedRule = new("POD3010", Warning, "A check is added to existing rows");
    private static readonly DiagnosticDescriptor ForeignKeyAddedRule = new("POD3011", Warning, "A foreign key is added to existing rows");
    private static readonly DiagnosticDescriptor ContradictoryRenameRule = new("POD3014", Error, "Two claims on one former name");

    public static MigrationFinding TableDropped(string table) => new(TableDroppedRule, table, null,
        $"the table '{table}' would be deleted with all its rows. Accept with --force.");

    public static MigrationFinding ColumnDropped(string table, string column) => new(ColumnDroppedRule, table, column,
        $"the column '{table}.{column}' would be deleted with all its values. Accept with --force.");

    public static MigrationFinding ColumnRecreated(string table, string column, string from, string to) => new(ColumnRecreatedRule, table, column,
        $"'{table}.{column}' changes from {from} to {to}, which PostgreSQL cannot convert: the column would be deleted and made anew, empty. Accept with --force.");

    public static MigrationFinding NotNullSet(string table, string column) => new(NotNullSetRule, table, column,
        $"'{table}.{column}' becomes NOT NULL; the migration fails if a row has no value there. Accept with --force.");

    public static MigrationFinding UniqueAdded(string table, string index) => new(UniqueAddedRule, table, null,
        $"the unique index '{index}' is added to '{table}'; the migration fails if rows have equal keys. Accept with --force.");

    public static MigrationFinding NotNullWithoutDefault(string table, string column) => new(NotNullWithoutDefaultRule, table, column,
        $"the new column '{table}.{column}' is NOT NULL and has no default, so existing rows have no value for it. Give the field 'default=…', or make its type nullable with '?'.");

    public static MigrationFinding IdTypeChanged(string table, string from, string to) => new(IdTypeChangedRule, table, "id",
        $"the id of '{table}' changes from {from} to {to}. Do it in three migrations: add a second key field, move the keys, then replace the id.");

    public static MigrationFinding CheckAdded(string table, string check) => new(CheckAddedRule, table, null,
        $"the check '{check}' is added to '{table}'; the migration fails if a row does not fulfil it. Accept with --force.");

    public static MigrationFinding ForeignKeyAdded(string table, string column, string target) => new(ForeignKeyAddedRule, table, column,
        $"'{table}.{column}' becomes a key to '{target}'; the migration fails if a row points at nothing. Accept with --force.");

    public static MigrationFinding ContradictoryRename(string from, string to) => new(ContradictoryRenameRule, to.Split('.')[0], null,
        $"'{to}' says that it was '{from}', but that still exists or another one says so, too. Keep one 'renamedFrom' for each former name.");
}
