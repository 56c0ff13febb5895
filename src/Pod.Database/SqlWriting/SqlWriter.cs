using Pod.Database.Columns.Storage;

namespace Pod.Database.SqlWriting;

/// <summary>
/// Collects one statement: its text, its parameters in the order of their placeholders, and the tables it reaches.
/// The clauses are written before the head, because only they tell which tables have to be joined.
/// </summary>
internal sealed class SqlWriter
{
    // A writer lives inside one synchronous stretch (build, then look the text up), so one per thread serves all statements.
    [ThreadStatic]
    private static SqlWriter? _idle;

    private readonly SqlBuffer _clauses = new();

    private readonly SqlBuffer _statement = new();

    private readonly SqlBuffer _head = new();

    private bool _allowsExcluded;

    public List<ParameterSource> Parameters { get; } = [];

    public TableAliases Aliases { get; } = new();

    /// <summary>Whether aggregates can stand where is written now.</summary>
    public bool TakesAggregates { get; set; }

    /// <summary>A column whose JSON the statement converts, so that no index serves it.</summary>
    public Column? ConvertedJson { get; set; }

    /// <summary>A distance that the statement orders by.</summary>
    public DistanceExpression? OrderedDistance { get; set; }

    /// <summary>Where conditions, orders and limits go.</summary>
    public SqlBuffer Clauses => _clauses;

    /// <summary>Where the finished statement goes.</summary>
    public SqlBuffer Statement => _statement;

    /// <param name="root">The table that the statement is about; null for one written by hand.</param>
    public static SqlWriter Begin(Table? root)
    {
        var writer = _idle ?? new SqlWriter();
        _idle = null;
        writer._clauses.Clear();
        writer._statement.Clear();
        writer.Parameters.Clear();
        writer.TakesAggregates = false;
        writer.ConvertedJson = null;
        writer.OrderedDistance = null;
        writer.Aliases.Reset(root);
        writer._allowsExcluded = false;
        return writer;
    }

    public static void Release(SqlWriter writer)
    {
        writer.Parameters.Clear();
        _idle = writer;
    }

    public SqlWriter Write(scoped ReadOnlySpan<char> text)
    {
        _clauses.Append(text);
        return this;
    }

    public SqlWriter Write(ISqlFragment fragment)
    {
        fragment.Write(this);
        return this;
    }

    public SqlWriter WriteParameter(ParameterSource parameter)
    {
        WriteParameter(_clauses, parameter);
        return this;
    }

    /// <summary>Writes the placeholder that the same value has already, or a new one.</summary>
    public SqlWriter WriteSharedParameter(ParameterSource<string?> parameter)
    {
        var number = Parameters.FindIndex(other => other is ParameterSource<string?> { Cast: "" } same && same.Value == parameter.Value) + 1;
        if (number == 0)
        {
            return WriteParameter(parameter);
        }

        _clauses.Append('$').Append(number);
        return this;
    }

    public void WriteParameter(SqlBuffer target, ParameterSource parameter)
    {
        Parameters.Add(parameter);
        target.Append('$').Append(Parameters.Count).Append(parameter.Cast);
    }

    public void WriteColumn(Column column)
    {
        if (column.Table.Join is { IsExcluded: true } join)
        {
            RequireExcluded(column, join.Parent);
            _clauses.Append("EXCLUDED.").Append(column.QuotedName);
        }
        else if (!Aliases.HasRoot && column.Table.Join is null && Aliases.Find(column.Table) is null)
        {
            // What is written by hand names its tables itself.
            _clauses.Append(column.Table.QuotedName).Append('.').Append(column.QuotedName);
        }
        else
        {
            _clauses.Append('t').Append(Aliases.Of(column)).Append('.').Append(column.QuotedName);
        }
    }

    /// <summary>Lets conditions use the row that an upsert brings.</summary>
    public void AllowExcluded() => _allowsExcluded = true;

    /// <summary>Begins a query inside the clauses.</summary>
    /// <returns>Where it begins.</returns>
    public int BeginSubquery(Table root)
    {
        Aliases.Open(root);
        return _clauses.Length;
    }

    /// <summary>Puts the head before the clauses of the innermost query, now that they tell which tables it joins.</summary>
    public void EndSubquery(int start, scoped ReadOnlySpan<char> select)
    {
        _head.Clear();
        _head.Append("SELECT ").Append(select).Append(" FROM ");
        Aliases.WriteSource(_head);
        Aliases.Close();
        _clauses.Insert(start, _head.Text);
    }

    /// <summary>Appends <c>FROM</c> with every table the clauses reached, then the clauses.</summary>
    public void FinishWithSource()
    {
        _statement.Append(" FROM ");
        Aliases.WriteSource(_statement);
        _statement.Append(_clauses.Text);
    }

    private void RequireExcluded(Column column, Table table)
    {
        if (!_allowsExcluded || !Aliases.HasRoot || table != Aliases.Root)
        {
            throw new ArgumentException($"'Excluded' is the new row of an upsert: '{column}' of it can be used in 'updateWhere' only.");
        }
    }
}
