using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Migrations;
using Pod.Database.SqlWriting;

namespace Pod.Database.Raw;

/// <summary>Sends statements that are written by hand.</summary>
internal static class RawStatement
{
    /// <summary>No verb, because nobody looks into the text: what begins with SELECT may call a function that writes.</summary>
    public const string Operation = "SQL";

    // What these leave behind in the connection or in the schema must not meet later statements of others.
    private static readonly string[] Lasting =
        ["SET", "RESET", "DISCARD", "LISTEN", "UNLISTEN", "PREPARE", "LOAD", "CREATE", "ALTER", "DROP", "DO", "IMPORT", "REASSIGN"];

    public static Task<TResult> ExecuteAsync<TResult>(
        IDatabaseSession session, SqlText sql, IResultReader<TResult> results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var writer = SqlWriter.Begin(root: null);
        sql.Write(writer);
        writer.Statement.Append(writer.Clauses.Text);
        var call = session.Database.Plans.Finish(writer, Operation, table: null);
        return IsLasting(call.Plan.Text)
            ? RenewingAsync(session, call, results, cancellationToken)
            : StatementExecutor.ExecuteAsync(session, call, results, cancellationToken);
    }

    public static Task<long> ExecuteScriptAsync(IDatabaseSession session, string text, CancellationToken cancellationToken)
    {
        var plan = session.Database.Plans.Once(text, Operation);
        return RenewingAsync(session, new StatementCall(plan, plan.Rent([])), RawChangesReader.Instance, cancellationToken);
    }

    private static async Task<TResult> RenewingAsync<TResult>(
        IDatabaseSession session, StatementCall call, IResultReader<TResult> results, CancellationToken cancellationToken)
    {
        try
        {
            return await StatementExecutor.ExecuteAsync(session, call, results, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.Database.RenewConnections();
        }
    }

    private static bool IsLasting(string text)
    {
        var scanner = new SqlScanner(text, text.Length);
        while (scanner.Position < text.Length)
        {
            var start = scanner.Position;
            if (scanner.Next() is not SqlToken.Space)
            {
                return Lasting.Contains(text[start..scanner.Position], StringComparer.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
