using Pod.Generator.Migrations.Operations;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Statements;

/// <summary>Changes of a column: type, then default, then nullability.</summary>
internal static class PostgresAlterColumn
{
    public static string Of(AlterColumnOperation alter) => string.Join('\n', Statements(alter));

    private static IEnumerable<string> Statements(AlterColumnOperation alter)
    {
        var (table, from, to) = (alter.Table, alter.From, alter.To);
        var column = PostgresIdentifier.Quote(to.Name);
        var head = $"ALTER TABLE {PostgresIdentifier.Quote(table)} ALTER COLUMN {column}";
        var isRetyped = from.Type != to.Type;
        if (isRetyped)
        {
            // PostgreSQL converts a default only when it can, and then spells it in its own way.
            if (from.Default is not null)
            {
                yield return $"{head} DROP DEFAULT;";
            }

            yield return $"{head} TYPE {to.Type} USING {PostgresCast.Expression(to.Name, to.Type)};";
        }

        var becomesSerial = to.Default == PostgresDefault.Serial && from.Default != PostgresDefault.Serial;
        if (becomesSerial)
        {
            yield return PostgresColumn.CreateSequence(table, to, ifNotExists: false);
        }

        if (to.Default is not null && (isRetyped || from.Default != to.Default))
        {
            yield return $"{head} SET DEFAULT {PostgresDefault.Of(table, to)};";
        }
        else if (to.Default is null && from.Default is not null && !isRetyped)
        {
            yield return $"{head} DROP DEFAULT;";
        }

        if (becomesSerial)
        {
            yield return PostgresColumn.OwnSequence(table, to);
            var next = $"(SELECT greatest(max({column})::bigint, 0) + 1 FROM {PostgresIdentifier.Quote(table)})";
            yield return $"SELECT setval('{PostgresIdentifier.Quote(PostgresColumn.SequenceName(table, to))}', {next}, false);";
        }
        else if (from.Default == PostgresDefault.Serial && to.Default != PostgresDefault.Serial)
        {
            yield return $"DROP SEQUENCE {PostgresIdentifier.Quote(PostgresColumn.SequenceName(table, to))};";
        }

        if (from.Nullable != to.Nullable)
        {
            yield return to.Nullable ? $"{head} DROP NOT NULL;" : $"{head} SET NOT NULL;";
        }
    }
}
