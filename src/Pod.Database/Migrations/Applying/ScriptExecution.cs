using System.Globalization;
using Npgsql;
using Pod.Database.Errors;

namespace Pod.Database.Migrations;

/// <summary>Runs the steps of a script.</summary>
internal sealed class ScriptExecution(MigrationConnection connection, TimeSpan lockTimeout, string version, string file)
{
    /// <summary>Runs a step and, in the same transaction if it has one, what records it.</summary>
    public async Task RunAsync(MigrationStep step, Func<Task> record, CancellationToken cancellationToken)
    {
        if (!step.IsTransactional)
        {
            await ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            await record().ConfigureAwait(false);
            return;
        }

        var transaction = await connection.Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var milliseconds = ((long)lockTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            await connection.ExecuteAsync($"SET LOCAL lock_timeout = '{milliseconds}ms'", cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            await record().ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(MigrationStep step, CancellationToken cancellationToken)
    {
        foreach (var statement in step.Statements)
        {
            try
            {
                await connection.ExecuteScriptAsync(statement.Text, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (ErrorTranslation.Translate(exception, isOpening: false) is { } error)
            {
                throw Failed(step, statement, error, exception);
            }
        }
    }

    private MigrationException Failed(MigrationStep step, SqlStatement statement, PodDatabaseException error, Exception exception)
    {
        var line = statement.Line;
        var column = 0;
        if (exception is PostgresException { Position: > 0 } located)
        {
            // PostgreSQL counts characters of the statement from 1.
            var before = statement.Text.AsSpan(0, Math.Min(located.Position - 1, statement.Text.Length));
            line += before.Count('\n');
            column = before.Length - before.LastIndexOf('\n');
        }

        var place = column > 0 ? $"{file}({line},{column})" : $"{file}({line})";
        return new MigrationException($"POD3051: migration {version}, step {step.Number}, {place}: {error.Message}", exception)
        {
            Version = version,
            Step = step.Number,
            Line = line,
        };
    }
}
