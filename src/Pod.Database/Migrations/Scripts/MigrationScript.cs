using System.Globalization;
using System.Text.RegularExpressions;

namespace Pod.Database.Migrations;

/// <summary>
/// A migration's SQL in steps. A line <c>-- pod:step 2 transaction=off</c> begins a step; without such lines the whole text is one
/// transactional step.
/// </summary>
internal static partial class MigrationScript
{
    public static List<MigrationStep> Parse(string sql)
    {
        var marks = StepMark().Matches(sql);
        if (marks.Count == 0)
        {
            return [new MigrationStep(1, true, SqlStatements.Split(sql, 0, sql.Length))];
        }

        var steps = new List<MigrationStep>();
        for (var i = 0; i < marks.Count; i++)
        {
            // What stands before the first mark belongs to the first step.
            var start = i == 0 ? 0 : marks[i].Index;
            var end = i + 1 < marks.Count ? marks[i + 1].Index : sql.Length;
            var isTransactional = !marks[i].Groups["off"].Success;
            var number = int.Parse(marks[i].Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (number != i + 1)
            {
                throw new FormatException($"Step {number} stands where step {i + 1} is expected.");
            }

            steps.Add(new MigrationStep(number, isTransactional, SqlStatements.Split(sql, start, end)));
        }

        return steps;
    }

    /// <summary>Parses the text of a migration's file.</summary>
    /// <exception cref="MigrationException">POD3054: its steps are not numbered from 1.</exception>
    public static List<MigrationStep> ParseFile(string version, string sql)
    {
        try
        {
            return Parse(sql);
        }
        catch (FormatException exception)
        {
            throw new MigrationException($"POD3054: migration {version} cannot be read: {exception.Message}", exception) { Version = version };
        }
    }

    [GeneratedRegex(
        @"^--[ \t]*pod:step[ \t]+(?<number>\d{1,6})(?:[ \t]+transaction=(?:(?<off>off)|on))?[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StepMark();
}
