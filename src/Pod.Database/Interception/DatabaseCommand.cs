using Pod.Database.Execution;

namespace Pod.Database;

/// <summary>A statement as interceptors see it. Valid until it has run.</summary>
public sealed class DatabaseCommand
{
    private readonly StatementCall _call;

    internal DatabaseCommand(IDatabaseSession session, StatementCall call)
    {
        Session = (session as Transaction)?.Session ?? session;
        Transaction = session as Transaction;
        _call = call;
        ParameterTypes = [.. call.Command.Parameters.Select(static parameter => parameter.DataTypeName ?? "unknown")];
        if (session.Database.IncludesSensitiveData)
        {
            ParameterValues = [.. call.Command.Parameters.Select(static parameter => parameter.Value)];
        }
    }

    /// <summary>The session that runs the statement.</summary>
    public IDatabaseSession Session { get; }

    /// <summary>The transaction that it runs in, if any.</summary>
    public Transaction? Transaction { get; }

    /// <summary>The SQL text.</summary>
    public string Text => _call.Command.CommandText;

    /// <summary><c>SELECT</c>, <c>INSERT</c>, <c>UPDATE</c> and so on; <c>SQL</c> for a statement that was written by hand.</summary>
    public string Operation => _call.Plan.Operation;

    /// <summary>The table that the statement is about; null for a statement that was written by hand.</summary>
    public string? Table => _call.Plan.Table is { Length: > 0 } table ? table : null;

    /// <summary>PostgreSQL's names of the parameters' types, in the order of their numbers.</summary>
    public IReadOnlyList<string> ParameterTypes { get; }

    /// <summary>The values of the parameters; null unless <see cref="PodDatabaseOptions.IncludeSensitiveData"/> is set.</summary>
    public IReadOnlyList<object?>? ParameterValues { get; }

    /// <summary>How long the statement may run; zero for no limit, or for what the connection says if it is a COPY.</summary>
    public TimeSpan Timeout
    {
        get => TimeSpan.FromSeconds(_call.Command.CommandTimeout);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _call.SetTimeout((int)Math.Ceiling(value.TotalSeconds));
        }
    }

    /// <summary>Puts a comment before the text. Each different comment is a different text, which PostgreSQL has to prepare for itself. COPY takes none.</summary>
    public void AddComment(string comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        _call.AddComment(comment);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_call.Plan.Name}: {Text}";
}
