using Pod.Database.SqlWriting;

namespace Pod.Database.Includes;

/// <summary>The tables whose columns one statement selects, one after the other.</summary>
internal sealed class SelectPlan
{
    private readonly List<Table> _tables = [];
    private Column? _hidden;

    /// <summary>How many columns there are.</summary>
    public int Width { get; private set; }

    /// <summary>Adds a table's visible columns.</summary>
    /// <returns>The ordinal of the first of them.</returns>
    public int Add(Table table)
    {
        var offset = Width;
        _tables.Add(table);
        Width += table.VisibleColumns.Count;
        return offset;
    }

    /// <summary>Selects a column of the first table, if it is not selected already.</summary>
    /// <returns>Its ordinal.</returns>
    public int Require(Column column)
    {
        if (!column.IsHidden)
        {
            return column.Ordinal;
        }

        _hidden = column;
        return Width++;
    }

    /// <summary>Writes <c>t0."id", t0."name", t1."id"</c>; with names for use in an outer statement also <c>AS c0</c> and so on.</summary>
    public void Write(SqlWriter writer, bool isNamed = false)
    {
        var ordinal = 0;
        foreach (var table in _tables)
        {
            var alias = writer.Aliases.Of(table);
            foreach (var column in table.VisibleColumns)
            {
                Write(writer, alias, column, ordinal++, isNamed);
            }
        }

        if (_hidden is not null)
        {
            Write(writer, writer.Aliases.Of(_tables[0]), _hidden, ordinal, isNamed);
        }
    }

    /// <summary>Joins the tables before the clauses are written, so that the head can be written last.</summary>
    public void Reach(SqlWriter writer)
    {
        foreach (var table in _tables)
        {
            writer.Aliases.Of(table);
        }
    }

    private static void Write(SqlWriter writer, int alias, Column column, int ordinal, bool isNamed)
    {
        writer.Statement.Append(ordinal == 0 ? "t" : ", t").Append(alias).Append('.').Append(column.QuotedName).Append(column.SelectCast);
        if (isNamed)
        {
            writer.Statement.Append(" AS c").Append(ordinal);
        }
    }
}
