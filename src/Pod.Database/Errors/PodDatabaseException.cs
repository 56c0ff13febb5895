using System.Text;
using Npgsql;

namespace Pod.Database;

/// <summary>The root of everything the database refuses or fails at. Neither message nor <see cref="ToString"/> contains values.</summary>
public class PodDatabaseException : Exception
{
    /// <summary>Makes an exception.</summary>
    public PodDatabaseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        if (innerException is PostgresException error)
        {
            SqlState = error.SqlState;
            Constraint = error.ConstraintName;
            Schema = error.SchemaName;
            Table = error.TableName;
            Column = error.ColumnName;
            // Npgsql puts a notice here unless details were asked for.
            Detail = error.Detail?.StartsWith("Detail redacted", StringComparison.Ordinal) == true ? null : error.Detail;
            Hint = error.Hint;
            Position = error.Position;
        }

        IsTransient = innerException is NpgsqlException { IsTransient: true };
    }

    /// <summary>PostgreSQL's code of the error, one of <see cref="SqlStates"/>.</summary>
    public string? SqlState { get; init; }

    /// <summary>The constraint that was violated.</summary>
    public string? Constraint { get; }

    /// <summary>The schema concerned.</summary>
    public string? Schema { get; }

    /// <summary>The table concerned.</summary>
    public string? Table { get; init; }

    /// <summary>The column concerned.</summary>
    public string? Column { get; }

    /// <summary>PostgreSQL's details, which contain values; null unless <see cref="PodDatabaseOptions.IncludeSensitiveData"/> is set.</summary>
    public string? Detail { get; }

    /// <summary>PostgreSQL's hint.</summary>
    public string? Hint { get; }

    /// <summary>The place in the statement's text, counted from 1; 0 if there is none.</summary>
    public int Position { get; }

    /// <summary>Which of the rows of a bulk insert failed, counted from 0; null if PostgreSQL does not say it.</summary>
    public long? RowPosition { get; internal set; }

    /// <summary>Whether the same statement may succeed when it is tried again.</summary>
    public bool IsTransient { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(base.ToString());
        Append(text, "SQLSTATE", SqlState);
        Append(text, "Table", Table);
        Append(text, "Column", Column);
        Append(text, "Constraint", Constraint);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.AppendLine().Append("  ").Append(name).Append(": ").Append(value);
        }
    }
}
