namespace Pod.Database.Sql;

/// <summary>
/// The tables of one statement. The queried one is <c>t0</c>; each relation reached from it, and each table of a subquery, gets the next number, so
/// names cannot collide however queries nest.
/// </summary>
internal sealed class TableAliases
{
    private const int Closed = -1;

    // The position is the alias. The depth says which of the nested queries joins the table: 0 is the statement itself.
    private readonly List<(Table Table, int Depth)> _tables = [];
    private int _depth;

    /// <summary>Whether the statement itself joins tables; subqueries do not count.</summary>
    public bool HasJoins => _tables.FindIndex(1, static entry => entry.Depth == 0) > 0;

    /// <summary>Whether the statement needs no table but the queried one, not even in subqueries.</summary>
    public bool IsAlone => _tables.Count == 1;

    /// <summary>The table that the statement is about.</summary>
    public Table Root => _tables[0].Table;

    public void Reset(Table root)
    {
        _tables.Clear();
        _tables.Add((root, 0));
        _depth = 0;
    }

    /// <summary>Begins a query inside the current one; it can use the tables around it.</summary>
    public void Open(Table root) => _tables.Add((root, ++_depth));

    /// <summary>Ends the innermost query. Its tables are out of reach from now on; their aliases are not given again.</summary>
    public void Close()
    {
        for (var alias = 0; alias < _tables.Count; alias++)
        {
            if (_tables[alias].Depth == _depth)
            {
                _tables[alias] = (_tables[alias].Table, Closed);
            }
        }

        _depth--;
    }

    public int Of(Column column)
        => Find(column.Table) ?? throw new ArgumentException(
            $"Column '{column.Name}' of table '{column.Table.TableName}' cannot be used here: the statement is about table '{_tables[0].Table.TableName}' "
            + "and reaches other tables only through its relations.");

    public int Of(Table table)
        => Find(table) ?? throw new ArgumentException(
            $"Table '{table.TableName}' is not reached by this statement about table '{_tables[0].Table.TableName}'.");

    /// <summary>Writes the innermost query's table and its outer joins in the order in which they were reached.</summary>
    public void WriteSource(SqlBuffer target)
    {
        var isFirst = true;
        for (var alias = 0; alias < _tables.Count; alias++)
        {
            var (table, depth) = _tables[alias];
            if (depth != _depth)
            {
                continue;
            }

            target.Append(isFirst ? "" : " LEFT JOIN ").Append(table.QuotedName).Append(" AS t").Append(alias);
            if (!isFirst)
            {
                var join = table.Join!;
                target.Append(" ON t").Append(alias).Append('.').Append(join.QuotedForeignColumn)
                    .Append(" = t").Append(Of(join.Parent)).Append('.').Append(join.LocalColumn.QuotedName);
            }

            isFirst = false;
        }
    }

    private int? Find(Table table)
    {
        if (table.Join is not { } join)
        {
            return FindRoot(table);
        }

        if (join.IsExcluded || Find(join.Parent) is not { } parent)
        {
            return null;
        }

        // A relation belongs to the query that its start belongs to, which may be one around the innermost.
        var depth = _tables[parent].Depth;
        for (var alias = parent + 1; alias < _tables.Count; alias++)
        {
            if (_tables[alias].Depth == depth && IsSame(_tables[alias].Table, table))
            {
                return alias;
            }
        }

        _tables.Add((table, depth));
        return _tables.Count - 1;
    }

    // From the inside out: a filter that was made beforehand and is used inside a query of the same table means the inner one.
    private int? FindRoot(Table table)
    {
        for (var alias = _tables.Count - 1; alias >= 0; alias--)
        {
            if (_tables[alias].Depth != Closed && ReferenceEquals(_tables[alias].Table, table))
            {
                return alias;
            }
        }

        return null;
    }

    // Two threads may each have created the table of a relation; the same path is the same join.
    private static bool IsSame(Table left, Table right)
        => ReferenceEquals(left, right)
            || (left.Join is { } leftJoin && right.Join is { } rightJoin && leftJoin.Relation == rightJoin.Relation
                && IsSame(leftJoin.Parent, rightJoin.Parent));
}
