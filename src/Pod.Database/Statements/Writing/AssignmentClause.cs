using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>Writes <c>"status" = $1, "visits" = (t0."visits" + $2)</c>.</summary>
internal static class AssignmentClause
{
    /// <summary>Writes into the clauses; the statement may reach no other table for it.</summary>
    public static void WriteAssignments(this SqlWriter writer, Table table, Assignments set, TimeProvider clock)
    {
        if (set.Items.IsEmpty)
        {
            throw new ArgumentException("Set at least one column.", nameof(set));
        }

        var columns = new HashSet<Column>(set.Items.Length);
        var separator = "";
        foreach (var assignment in set.Items)
        {
            Require(table, assignment.Column, columns);
            writer.Write(separator).Write(assignment.Column.QuotedName).Write(" = ");
            assignment.WriteValue(writer, clock);
            separator = ", ";
        }

        if (table.TokenColumn is { } token)
        {
            writer.Write(separator);
            writer.Clauses.WriteRaisedToken(token);
        }

        if (writer.Aliases.HasJoins)
        {
            throw new ArgumentException(
                $"A column of '{table.TableName}' can be set from the row's own columns only, not from those of a related row.", nameof(set));
        }
    }

    /// <summary>Writes <c>"version" = t0."version" + 1</c>.</summary>
    public static void WriteRaisedToken(this SqlBuffer target, Column token)
        => target.Append(token.QuotedName).Append(" = t0.").Append(token.QuotedName).Append(" + 1");

    private static void Require(Table table, Column column, HashSet<Column> columns)
    {
        if (column.Table != table)
        {
            throw new ArgumentException($"Column '{column}' cannot be set here: the statement is about table '{table.TableName}'.");
        }

        if (column == table.TokenColumn)
        {
            throw new ArgumentException($"Column '{column}' is the concurrency token, which every write raises by itself. Do not set it.");
        }

        if (!columns.Add(column))
        {
            throw new ArgumentException($"Column '{column}' is set twice.");
        }
    }
}
