using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>What an insert does with a row whose unique key exists already.</summary>
internal sealed class OnConflict
{
    private readonly Column[] _updated;
    private readonly Filter? _where;

    private OnConflict(Column[] key, Column[] updated, Filter? where)
    {
        Key = key;
        _updated = updated;
        _where = where;
    }

    /// <summary>Leaves the row out, whatever the key.</summary>
    public static OnConflict Ignore { get; } = new([], [], where: null);

    /// <summary>The columns whose unique index tells new rows from existing ones.</summary>
    public Column[] Key { get; }

    /// <summary>Whether fewer rows may come back than were given.</summary>
    public bool LeavesOut => Key.Length == 0 || _where is not null;

    /// <summary>Writes the columns into the existing row, if the condition holds.</summary>
    public static OnConflict Update(Column[] key, Column[] updated, Filter? where) => new(key, updated, where);

    public void Write(SqlWriter writer, Table table)
    {
        if (Key.Length == 0)
        {
            writer.Statement.Append(" ON CONFLICT DO NOTHING");
            return;
        }

        var separator = " ON CONFLICT (";
        foreach (var column in Key)
        {
            writer.Statement.Append(separator).Append(column.QuotedName);
            separator = ", ";
        }

        writer.Statement.Append(") DO UPDATE SET");
        WriteAssignments(writer.Statement, table);
        if (_where is not null)
        {
            writer.AllowExcluded();
            writer.WriteWhere(_where);
            writer.Statement.Append(writer.Clauses.Text);
        }

        if (writer.Aliases.HasJoins)
        {
            throw new ArgumentException($"The condition of an upsert can use columns of table '{table.TableName}' only.");
        }
    }

    private void WriteAssignments(SqlBuffer statement, Table table)
    {
        var separator = " ";
        foreach (var column in _updated)
        {
            statement.Append(separator).Append(column.QuotedName).Append(" = EXCLUDED.").Append(column.QuotedName);
            separator = ", ";
        }

        if (table.TokenColumn is { } token)
        {
            statement.Append(separator).WriteRaisedToken(token);
        }
        else if (_updated.Length == 0)
        {
            // Nothing changes, but only rows that are written come back.
            statement.Append(separator).Append(Key[0].QuotedName).Append(" = EXCLUDED.").Append(Key[0].QuotedName);
        }
    }
}
