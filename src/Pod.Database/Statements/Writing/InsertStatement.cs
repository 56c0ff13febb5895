using Pod.Database.Columns.Storage;
using Pod.Database.Execution;
using Pod.Database.SqlWriting;
using Pod.Database.Tables;

namespace Pod.Database.Statements.Writing;

/// <summary>Statements that store new rows. Columns that the rows leave to the database do not occur in them.</summary>
internal static class InsertStatement
{
    public static StatementCall One<TRow>(PodDatabase database, RowTable<TRow> table, TRow row, OnConflict? onConflict, bool isReturning)
        where TRow : class
    {
        var columns = table.NewBindings(database.TimeProvider).Where(binding => !binding.Column.HasDefault || !binding.IsUnset(row)).ToArray();
        var writer = Begin(table, columns);
        if (columns.Length == 0)
        {
            writer.Statement.Append(" DEFAULT VALUES");
        }
        else
        {
            writer.Statement.Append(" VALUES ");
            WriteParameters(writer, columns, binding => binding.Parameter(row));
        }

        return Finish(database, writer, table, onConflict, isReturning);
    }

    /// <summary>Stores rows that all leave the same columns to the database, but bring a value for at least one.</summary>
    public static StatementCall Many<TRow>(
        PodDatabase database, RowTable<TRow> table, ColumnBinding<TRow>[] columns, IReadOnlyList<TRow> rows, OnConflict? onConflict, bool isReturning)
        where TRow : class
    {
        var writer = Begin(table, columns);
        writer.Statement.Append(" SELECT * FROM unnest");
        WriteParameters(writer, columns, binding => binding.ArrayParameter(rows));
        return Finish(database, writer, table, onConflict, isReturning);
    }

    private static SqlWriter Begin<TRow>(Table table, ColumnBinding<TRow>[] columns)
    {
        var writer = SqlWriter.Begin(table);
        writer.Statement.Append("INSERT INTO ").Append(table.QuotedName).Append(" AS t0");
        var separator = " (";
        foreach (var binding in columns)
        {
            writer.Statement.Append(separator).Append(binding.Column.QuotedName);
            separator = ", ";
        }

        writer.Statement.Append(columns.Length == 0 ? "" : ")");
        return writer;
    }

    private static void WriteParameters<TRow>(SqlWriter writer, ColumnBinding<TRow>[] columns, Func<ColumnBinding<TRow>, ParameterSource> parameter)
    {
        var separator = '(';
        foreach (var binding in columns)
        {
            writer.Statement.Append(separator);
            writer.WriteParameter(writer.Statement, parameter(binding));
            separator = ',';
        }

        writer.Statement.Append(')');
    }

    private static StatementCall Finish(PodDatabase database, SqlWriter writer, Table table, OnConflict? onConflict, bool isReturning)
    {
        onConflict?.Write(writer, table);
        if (isReturning)
        {
            writer.Statement.WriteReturning(table);
        }

        return database.Plans.Finish(writer, "INSERT", table);
    }
}
