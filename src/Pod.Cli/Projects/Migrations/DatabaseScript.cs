using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pod.Database.Migrations;
using Pod.Generator;
using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Projects.Migrations;

/// <summary>Migrations as one script that leaves the same history as the runner.</summary>
internal static partial class DatabaseScript
{
    /// <summary>Writes the script.</summary>
    /// <param name="migrations">The migrations in order.</param>
    /// <param name="isIdempotent">Whether each is skipped where it is applied.</param>
    /// <exception cref="CliException">A migration has a step outside of a transaction, which cannot be skipped by SQL.</exception>
    public static string Write(IReadOnlyList<MigrationEntry> migrations, bool isIdempotent)
    {
        var script = new StringBuilder(MigrationHistory.CreateTable.ReplaceLineEndings("\n")).Append(";\n");
        foreach (var migration in migrations)
        {
            script.Append(CultureInfo.InvariantCulture, $"\n-- ===== {migration.Version} =====\n");
            var steps = Steps(migration.Sql.ReplaceLineEndings("\n"));
            if (isIdempotent)
            {
                script.Append(Conditional(migration, steps));
                continue;
            }

            for (var i = 0; i < steps.Count; i++)
            {
                var history = i == steps.Count - 1 ? HistoryRow(migration, steps.Count) : "";
                script.Append(steps[i].IsTransactional ? $"BEGIN;\n{steps[i].Text}\n{history}COMMIT;\n" : $"{steps[i].Text}\n{history}");
            }
        }

        return script.ToString();
    }

    private static string Conditional(MigrationEntry migration, List<(bool IsTransactional, string Text)> steps)
    {
        if (steps.Exists(static step => !step.IsTransactional))
        {
            throw new CliException(
                $"'{migration.Version}' has a step outside of a transaction, which SQL cannot skip. Leave out --idempotent, or choose other migrations with --from and --to.");
        }

        var text = string.Join('\n', steps.Select(static step => step.Text));
        var tag = Tag(text);
        return $"""
            DO $pod_migration$
            BEGIN
                IF NOT EXISTS (SELECT FROM "pod_migrations" WHERE "module" = {PostgresLiteral.Quote(Module(migration))} AND "version" = {PostgresLiteral.Quote(migration.Version)} AND "state" = 'applied') THEN
                    EXECUTE {tag}
            {text}
            {HistoryRow(migration, steps.Count)}{tag};
                END IF;
            END $pod_migration$;

            """.ReplaceLineEndings("\n");
    }

    private static string HistoryRow(MigrationEntry migration, int steps) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO "pod_migrations" ("module", "version", "hash", "state", "step", "startedAt", "duration", "toolVersion", "host")
            VALUES ({PostgresLiteral.Quote(Module(migration))}, {PostgresLiteral.Quote(migration.Version)}, {PostgresLiteral.Quote(MigrationHash.Of(migration.Sql))}, 'applied', {steps}, clock_timestamp(), '0', {PostgresLiteral.Quote(GeneratorVersion.Text)}, 'script');

        """).ReplaceLineEndings("\n");

    private static List<(bool IsTransactional, string Text)> Steps(string sql)
    {
        var marks = StepMark().Matches(sql);
        if (marks.Count == 0)
        {
            return [(true, sql.TrimEnd())];
        }

        // What stands before the first mark belongs to the first step.
        int Start(int step) => step == 0 ? 0 : step < marks.Count ? marks[step].Index : sql.Length;
        return [.. marks.Select((mark, step) => (!mark.Groups["off"].Success, sql[Start(step)..Start(step + 1)].TrimEnd()))];
    }

    private static string Module(MigrationEntry migration) => migration.ReadSchema().Module;

    private static string Tag(string text)
    {
        var number = 0;
        while (text.Contains($"$pod_sql{number}$", StringComparison.Ordinal))
        {
            number++;
        }

        return $"$pod_sql{number}$";
    }

    [GeneratedRegex(@"^--[ \t]*pod:step[ \t]+\d+(?:[ \t]+transaction=(?:(?<off>off)|on))?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StepMark();
}
