namespace Pod.Database.Sql;

/// <summary>The tables of one statement: the queried one is <c>t0</c>, each relation reached from it gets the next number.</summary>
internal sealed class TableAliases
{
    private readonly List<Table> _tables = [];

    public void Reset(Table root)
    {
        _tables.Clear();
        _tables.Add(root);
    }

    public bool HasJoins => _tables.Count > 1;

    public int Of(Column column)
        => Find(column.Table) ?? throw new ArgumentException(
            $"Column '{column.Name}' of table '{column.Table.TableName}' cannot be used here: the statement is about table '{_tables[0].TableName}' and "
            + "reaches other tables only through its relations.");

    public int Of(Table table)
        => Find(table) ?? throw new ArgumentException(
            $"Table '{table.TableName}' is not reached by this statement about table '{_tables[0].TableName}'.");

    /// <summary>Writes the queried table and the outer joins in the order in which they were reached.</summary>
    public void WriteSource(SqlBuffer target)
    {
        target.Append(_tables[0].QuotedName).Append(" AS t0");
        for (var alias = 1; alias < _tables.Count; alias++)
        {
            var join = _tables[alias].Join!;
            target.Append(" LEFT JOIN ").Append(_tables[alias].QuotedName).Append(" AS t").Append(alias)
                .Append(" ON t").Append(alias).Append('.').Append(join.QuotedForeignColumn)
                .Append(" = t").Append(Of(join.Parent)).Append('.').Append(join.LocalColumn.QuotedName);
        }
    }

    private int? Find(Table table)
    {
        for (var i = 0; i < _tables.Count; i++)
        {
            if (IsSame(_tables[i], table))
            {
                return i;
            }
        }

        if (table.Join is null || Find(table.Join.Parent) is null)
        {
            return null;
        }

        _tables.Add(table);
        return _tables.Count - 1;
    }

    // Two threads may each have created the table of a relation; the same path is the same join.
    private static bool IsSame(Table left, Table right)
        => ReferenceEquals(left, right)
            || (left.Join is { } leftJoin && right.Join is { } rightJoin && leftJoin.Relation == rightJoin.Relation
                && IsSame(leftJoin.Parent, rightJoin.Parent));
}
