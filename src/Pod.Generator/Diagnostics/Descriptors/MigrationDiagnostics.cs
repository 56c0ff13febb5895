using Pod.Generator.Migrations;
using Pod.Schema;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD3000–POD3019: what a migration would do to data.</summary>
internal static class MigrationDiagnostics
{
    private static readonly DiagnosticDescriptor TableDroppedRule = new("POD3001", Warning, "A table and its rows are deleted");
    private static readonly DiagnosticDescriptor ColumnDroppedRule = new("POD3002", Warning, "A column and its values are deleted");
    private static readonly DiagnosticDescriptor ColumnRecreatedRule = new("POD3003", Warning, "A column is deleted and made anew");
    private static readonly DiagnosticDescriptor NotNullSetRule = new("POD3004", Warning, "A column becomes NOT NULL");
    private static readonly DiagnosticDescriptor UniqueAddedRule = new("POD3005", Warning, "A unique rule is added to existing rows");
    private static readonly DiagnosticDescriptor NotNullWithoutDefaultRule = new("POD3006", Error, "A new NOT NULL column has no default");
    private static readonly DiagnosticDescriptor TypeNarrowedRule = new("POD3007", Warning, "Values may not fit into the new type");
    private static readonly DiagnosticDescriptor IdTypeChangedRule = new("POD3008", Error, "The type of an id changed");
    private static readonly DiagnosticDescriptor LooksLikeRenameRule = new("POD3009", Hint, "What is gone and what is new look alike");
    private static readonly DiagnosticDescriptor CheckAddedRule = new("POD3010", Warning, "A check is added to existing rows");
    private static readonly DiagnosticDescriptor ForeignKeyAddedRule = new("POD3011", Warning, "A foreign key is added to existing rows");
    private static readonly DiagnosticDescriptor EnumValueRemovedRule = new("POD3012", Warning, "A stored enum lost a value");
    private static readonly DiagnosticDescriptor EnumNumbersChangedRule = new("POD3013", Warning, "The numbers of a stored enum mean something else");
    private static readonly DiagnosticDescriptor ContradictoryRenameRule = new("POD3014", Error, "Two claims on one former name");
    private static readonly DiagnosticDescriptor ModuleDowngradedRule = new("POD3015", Error, "A module is older than in the migration before");

    public static MigrationFinding ModuleDowngraded(string module, string from, string to) => new(ModuleDowngradedRule, module, null,
        $"the module '{module}' is of version {to}, but the migration before already has its version {from}. Reference that version of the module or a newer one.");

    public static MigrationFinding TableDropped(string table, IReadOnlyCollection<string> pointing) => new(TableDroppedRule, table, null,
        $"the table '{table}' would be deleted with all its rows{Pointing(pointing)}. Accept with --force or --allow POD3001.");

    public static MigrationFinding ColumnDropped(string table, string column) => new(ColumnDroppedRule, table, column,
        $"the column '{table}.{column}' would be deleted with all its values. Accept with --force or --allow POD3002.");

    public static MigrationFinding ColumnRecreated(string table, string column, string from, string to) => new(ColumnRecreatedRule, table, column,
        $"'{table}.{column}' changes from {from} to {to}, which PostgreSQL cannot convert: the column would be deleted and made anew, empty. Accept with --force or --allow POD3003, or add a second field and move the values.");

    public static MigrationFinding NotNullSet(string table, string column) => new(NotNullSetRule, table, column,
        $"'{table}.{column}' becomes NOT NULL; the migration fails if a row has no value there. Fill them with --backfill {table}.{column}=\"<SQL>\", or accept with --force or --allow POD3004.");

    public static MigrationFinding UniqueAdded(string table, string index) => new(UniqueAddedRule, table, null,
        $"the unique index '{index}' is added to '{table}'; the migration fails if rows have equal keys. Accept with --force or --allow POD3005.");

    public static MigrationFinding NotNullWithoutDefault(string table, string column, bool isKey) => new(NotNullWithoutDefaultRule, table, column,
        $"""
        the new column '{table}.{column}' is NOT NULL and has no default, so existing rows have no value for it. Choose one:
          1. give the field 'default=…' or 'defaultPersist=…' in the model{(isKey ? ", or make the relation 'relation(optional)'" : ", or make its type nullable with '?'")};
          2. give the rows a value: --backfill {table}.{column}="<SQL>";
          3. add it nullable now and NOT NULL in the next migration: --two-step;
          4. delete all rows of '{table}': --recreate {table} --allow POD3001
        """.ReplaceLineEndings("\n"));

    public static MigrationFinding TypeNarrowed(string table, string column, string from, string to) => new(TypeNarrowedRule, table, column,
        $"'{table}.{column}' changes from {from} to {to}; the migration fails if a value does not fit, and rounds what is too precise. Accept with --force or --allow POD3007.");

    public static MigrationFinding IdTypeChanged(string table, string from, string to) => new(IdTypeChangedRule, table, "id",
        $"the id of '{table}' changes from {from} to {to}. Do it in three migrations: add a second key field, move the keys, then replace the id.");

    public static MigrationFinding LooksLikeRenamedColumn(string table, ColumnSchema from, ColumnSchema to) => new(LooksLikeRenameRule, table, to.Name,
        $"'{table}.{from.Name}' is gone and '{table}.{to.Name}' is new, and both are {to.Type}. If it is the same field, write 'renamedFrom={from.Field}' on '{to.Field}'; its values stay then.");

    public static MigrationFinding LooksLikeRenamedTable(string from, string to) => new(LooksLikeRenameRule, to, null,
        $"the table '{from}' is gone and '{to}' is new, and both have the same columns. If it is the same table, write 'renamedFrom: {from}' below 'table: {to}'; its rows stay then.");

    public static MigrationFinding CheckAdded(string table, string check) => new(CheckAddedRule, table, null,
        $"the check '{check}' is added to '{table}'; the migration fails if a row does not fulfil it. Accept with --force or --allow POD3010.");

    public static MigrationFinding ForeignKeyAdded(string table, string column, string target) => new(ForeignKeyAddedRule, table, column,
        $"'{table}.{column}' becomes a key to '{target}'; the migration fails if a row points at nothing. Accept with --force or --allow POD3011.");

    public static MigrationFinding EnumValueRemoved(string table, string column, string name, string value) => new(EnumValueRemovedRule, table, column,
        $"the enum '{name}' loses the value '{value}', which rows of '{table}.{column}' may hold; they could not be read any more. Change these rows first, or accept with --force or --allow POD3012.");

    public static MigrationFinding EnumNumbersChanged(string table, string column, string name) => new(EnumNumbersChangedRule, table, column,
        $"the enum '{name}' is stored by its position, and positions change: the numbers in '{table}.{column}' would mean other values. Add new values at the end, or accept with --force or --allow POD3013.");

    public static MigrationFinding ContradictoryRename(string from, string to) => new(ContradictoryRenameRule, to.Split('.')[0], null,
        $"'{to}' says that it was '{from}', but that still exists or another one says so, too. Keep one 'renamedFrom' for each former name.");

    private static string Pointing(IReadOnlyCollection<string> tables) =>
        tables.Count == 0 ? "" : $"; foreign keys of {string.Join(", ", tables.Select(static table => $"'{table}'"))} point at it and go first";
}
