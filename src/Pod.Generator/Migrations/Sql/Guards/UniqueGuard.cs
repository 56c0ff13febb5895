using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Guards;

/// <summary>Stops when rows have equal keys.</summary>
internal static class UniqueGuard
{
    public static string Of(string table, IndexSchema index)
    {
        var conditions = (index.Where is null ? [] : new[] { $"({index.Where})" })
            .Concat(index.NullsDistinct ? index.Columns.Select(static column => $"{PostgresIdentifier.Quote(column)} IS NOT NULL") : []).ToList();
        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        var columns = PostgresConstraint.Columns(index.Columns);
        var count = "SELECT coalesce(sum(pod_group.count), 0), min(pod_group.example) INTO pod_rows, pod_example FROM (\n"
            + $"        SELECT count(*) AS count, min(\"id\"::text) AS example FROM {PostgresIdentifier.Quote(table)}{where} GROUP BY {columns} HAVING count(*) > 1) AS pod_group;";
        return RowGuard.Of("POD3005", table, count, $"have equal keys for the unique index \"{index.Name}\"", "Make them different or delete them first.", "");
    }
}
