using System.Globalization;
using System.Text;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Sql;

/// <summary>Operations in, SQL out. Identifiers are always quoted; the text depends on nothing but the operations.</summary>
public static class PostgresMigrationWriter
{
    // A waiting ALTER would hold up everybody behind it; better fail and try again.
    internal static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Writes <c>migration.sql</c>.</summary>
    /// <param name="version">The migration's version.</param>
    /// <param name="operations">The operations in order.</param>
    /// <param name="lockTimeout">How long a step waits for a lock before it gives up. Default: 5 seconds.</param>
    public static string WriteMigration(string version, IReadOnlyCollection<MigrationOperation> operations, TimeSpan? lockTimeout = null) =>
        Write($"-- Migration {version}. Made by Pod; may be edited before it is applied anywhere.", operations, lockTimeout ?? LockTimeout, static _ => null);

    /// <summary>Writes <c>definition.sql</c>, which makes the whole schema in an empty database.</summary>
    /// <param name="version">The migration's version.</param>
    /// <param name="schema">The schema.</param>
    public static string WriteDefinition(string version, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var operations = SchemaDiffer.Compare(DatabaseSchema.Empty(schema.Module), schema).Operations;
        return Write($"-- The whole schema after migration {version}, for an empty database. Made by Pod.", operations, LockTimeout, static _ => null);
    }

    /// <summary>Writes a script.</summary>
    /// <param name="title">The first line.</param>
    /// <param name="operations">The operations in order.</param>
    /// <param name="lockTimeout">How long a step waits for a lock before it gives up.</param>
    /// <param name="mark">Gives the comment before an operation, or null.</param>
    internal static string Write(
        string title, IReadOnlyCollection<MigrationOperation> operations, TimeSpan lockTimeout, Func<MigrationOperation, string?> mark)
    {
        var steps = MigrationSteps.Split(operations);
        var sql = new StringBuilder(title).Append('\n');
        if (steps.Count == 0)
        {
            return sql.Append('\n').Append(Timeout(lockTimeout)).ToString();
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var (isTransactional, members) = steps[i];
            sql.Append('\n');
            if (steps.Count > 1 || !isTransactional)
            {
                sql.Append(CultureInfo.InvariantCulture, $"-- pod:step {i + 1}{(isTransactional ? "" : " transaction=off")}\n");
            }

            if (isTransactional)
            {
                sql.Append(Timeout(lockTimeout));
            }

            foreach (var operation in members)
            {
                sql.Append('\n').Append(mark(operation)).Append(PostgresStatement.Of(operation)).Append('\n');
            }
        }

        return sql.ToString();
    }

    private static string Timeout(TimeSpan lockTimeout) => string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = '{lockTimeout.TotalSeconds:0.###}s';\n");
}
