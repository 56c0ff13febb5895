namespace Pod.Database;

/// <summary>One place in which a database is not what the code expects.</summary>
/// <param name="Weight">How much it matters.</param>
/// <param name="Table">The table; empty if the whole database is meant.</param>
/// <param name="Subject">What differs, for example <c>column 'dueAt'</c>; empty if it is the table itself.</param>
/// <param name="Expected">What is expected, or <c>nothing</c>.</param>
/// <param name="Found">What is there, or <c>nothing</c>.</param>
public sealed record SchemaDifference(DifferenceWeight Weight, string Table, string Subject, string Expected, string Found)
{
    internal const string Nothing = "nothing";

    /// <summary>Prints <c>table 'ticket', column 'dueAt': expected timestamptz, found nothing</c>.</summary>
    public override string ToString()
    {
        var place = (Table, Subject) switch
        {
            ("", var subject) => subject,
            (var table, "") => $"table '{table}'",
            var (table, subject) => $"table '{table}', {subject}",
        };
        return $"{place}: expected {Expected}, found {Found}";
    }
}
