using Pod.Generator.Migrations;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD3020–POD3029: whom a migration holds up, and what servers of the version before would notice.</summary>
internal static class LockDiagnostics
{
    private static readonly DiagnosticDescriptor IndexLocksRule = new("POD3020", Info, "An index is built under a lock");
    private static readonly DiagnosticDescriptor ConstraintLocksRule = new("POD3021", Info, "A constraint is checked under a lock");
    private static readonly DiagnosticDescriptor NotNullScansRule = new("POD3022", Info, "NOT NULL is checked under a lock");
    private static readonly DiagnosticDescriptor TableRewrittenRule = new("POD3023", Info, "A table is written anew under a lock");
    private static readonly DiagnosticDescriptor RenameNoticedRule = new("POD3025", Info, "Servers of the version before miss the old name");
    private static readonly DiagnosticDescriptor DropNoticedRule = new("POD3026", Info, "Servers of the version before miss what is dropped");

    public static MigrationFinding IndexLocks(string table, string index) => new(IndexLocksRule, table, null,
        $"nobody can write to '{table}' while the index '{index}' is built. With --online it is built beside writers.");

    public static MigrationFinding ConstraintLocks(string table, string constraint) => new(ConstraintLocksRule, table, null,
        $"nobody can write to '{table}' while its rows are checked for '{constraint}'. With --online they are checked in a later step, beside writers.");

    public static MigrationFinding NotNullScans(string table, string column) => new(NotNullScansRule, table, column,
        $"nobody can use '{table}' while its rows are checked for '{table}.{column}'. With --online they are checked in a later step, beside readers and writers.");

    public static MigrationFinding TableRewritten(string table, string column, string wayOut) => new(TableRewrittenRule, table, column,
        $"nobody can use '{table}' while all its rows are written anew for '{table}.{column}'. This {wayOut}");

    public static MigrationFinding RenameNoticed(string table, string? column, string from) => new(RenameNoticedRule, table, column,
        $"servers that still run the version before ask for '{(column is null ? from : $"{table}.{from}")}' and fail. "
        + "If they serve during the deployment: add the new one beside the old, write both, and drop the old one in a later migration.");

    public static MigrationFinding DropNoticed(string table, string? column) => new(DropNoticedRule, table, column,
        $"servers that still run the version before ask for '{(column is null ? table : $"{table}.{column}")}' and fail. "
        + "If they serve during the deployment: take it out of the models first, and apply this migration when the old servers are gone.");
}
