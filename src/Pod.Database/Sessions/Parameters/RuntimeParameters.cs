using System.Globalization;
using System.Text.RegularExpressions;
using Pod.Schema.Sql;

namespace Pod.Database;

/// <summary>Settings of PostgreSQL for one transaction or for all connections. Their values never become SQL text.</summary>
/// <example><code>
/// await session.Db.TransactionAsync(
///     tx => Recipe.Db.FindAsync(tx, orderBy: t => t.Embedding.DistanceCosine(question), limit: 10),
///     new TransactionOptions { RuntimeParameters = [RuntimeParameters.Hnsw(efSearch: 100)] });
/// </code></example>
public sealed partial class RuntimeParameters
{
    private readonly (string Name, string Value)[] _values;

    private RuntimeParameters(params (string Name, string Value)[] values) => _values = values;

    internal IReadOnlyList<(string Name, string Value)> Values => _values;

    /// <summary>How pgvector searches HNSW indexes.</summary>
    /// <param name="efSearch">How many candidates are kept; more find better neighbours more slowly.</param>
    /// <param name="iterativeScan">Whether to go on when filters leave too few.</param>
    /// <param name="maxScanTuples">How many rows an iterative scan visits at most.</param>
    /// <param name="scanMemMultiplier">How much memory an iterative scan uses, in multiples of <c>work_mem</c>.</param>
    public static RuntimeParameters Hnsw(
        int efSearch = 40, IterativeScan iterativeScan = IterativeScan.Off, int maxScanTuples = 20000, double scanMemMultiplier = 1)
        => new(
            ("hnsw.ef_search", Text(efSearch)),
            ("hnsw.iterative_scan", Text(iterativeScan)),
            ("hnsw.max_scan_tuples", Text(maxScanTuples)),
            ("hnsw.scan_mem_multiplier", scanMemMultiplier.ToString(CultureInfo.InvariantCulture)));

    /// <summary>How pgvector searches IVFFlat indexes.</summary>
    /// <param name="probes">How many lists are searched; more find better neighbours more slowly.</param>
    /// <param name="iterativeScan">Whether to go on when filters leave too few.</param>
    /// <param name="maxProbes">How many lists an iterative scan searches at most.</param>
    /// <exception cref="ArgumentException"><see cref="IterativeScan.StrictOrder"/>, which these indexes cannot keep.</exception>
    public static RuntimeParameters Ivfflat(int probes = 1, IterativeScan iterativeScan = IterativeScan.Off, int maxProbes = 32768)
        => iterativeScan == IterativeScan.StrictOrder
            ? throw new ArgumentException("IVFFlat indexes cannot keep a strict order. Use RelaxedOrder, or an HNSW index.", nameof(iterativeScan))
            : new(
                ("ivfflat.probes", Text(probes)),
                ("ivfflat.iterative_scan", Text(iterativeScan)),
                ("ivfflat.max_probes", Text(maxProbes)));

    /// <summary>How PostgreSQL plans vector searches and builds vector indexes; the defaults are PostgreSQL's own.</summary>
    /// <param name="enableIndexScan">Whether indexes are used.</param>
    /// <param name="enableSeqScan">Whether whole tables are read where something else is possible.</param>
    /// <param name="minParallelTableScanSize">From which size a table is read in parallel, in blocks of 8 kB.</param>
    /// <param name="parallelSetupCost">What the planner takes the start of parallel workers to cost.</param>
    /// <param name="maintenanceWorkMem">How much memory building an index may use, in kB.</param>
    /// <param name="maxParallelMaintenanceWorkers">How many workers may build one index.</param>
    /// <param name="maxParallelWorkersPerGather">How many workers may read for one query.</param>
    public static RuntimeParameters VectorScan(
        bool enableIndexScan = true,
        bool enableSeqScan = true,
        int minParallelTableScanSize = 1024,
        int parallelSetupCost = 1000,
        int maintenanceWorkMem = 65536,
        int maxParallelMaintenanceWorkers = 2,
        int maxParallelWorkersPerGather = 2)
        => new(
            ("enable_indexscan", enableIndexScan ? "on" : "off"),
            ("enable_seqscan", enableSeqScan ? "on" : "off"),
            ("min_parallel_table_scan_size", Text(minParallelTableScanSize)),
            ("parallel_setup_cost", Text(parallelSetupCost)),
            ("maintenance_work_mem", Text(maintenanceWorkMem)),
            ("max_parallel_maintenance_workers", Text(maxParallelMaintenanceWorkers)),
            ("max_parallel_workers_per_gather", Text(maxParallelWorkersPerGather)));

    /// <summary>In which schemas tables are looked for.</summary>
    /// <exception cref="ArgumentException">No schema is named.</exception>
    public static RuntimeParameters SearchPath(params IReadOnlyCollection<string> schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        return schemas.Count == 0 || schemas.Any(string.IsNullOrEmpty)
            ? throw new ArgumentException("Name at least one schema, and no empty one.", nameof(schemas))
            : new(("search_path", string.Join(", ", schemas.Select(PostgresIdentifier.Quote))));
    }

    /// <summary>Any other setting: <c>RuntimeParameters.Custom("work_mem", "64MB")</c>.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static RuntimeParameters Custom(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return IsName(name)
            ? new((name, value))
            : throw new ArgumentException($"'{name}' is no name of a setting: small letters, digits, '_' and '.', such as work_mem.", nameof(name));
    }

    internal static bool IsName(string name) => Name().IsMatch(name);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(IterativeScan value)
        => value switch
        {
            IterativeScan.Off => "off",
            IterativeScan.StrictOrder => "strict_order",
            IterativeScan.RelaxedOrder => "relaxed_order",
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown iterative scan."),
        };

    [GeneratedRegex(@"\A[a-z_][a-z0-9_.]*\z")]
    private static partial Regex Name();
}
