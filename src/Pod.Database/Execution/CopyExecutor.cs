using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Pod.Database.Diagnostics;
using Pod.Database.Errors;
using Pod.Database.Tables;

namespace Pod.Database.Execution;

/// <summary>Sends rows by COPY.</summary>
internal static partial class CopyExecutor
{
    /// <param name="transaction">Where it runs.</param>
    /// <param name="plan">The COPY statement.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="plainJson">The names of those that are <c>json</c>, not <c>jsonb</c>.</param>
    /// <param name="rows">What to store.</param>
    /// <param name="position">The position of a row among all rows of the call, for errors.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    public static async Task ExecuteAsync<TRow>(
        Transaction transaction,
        StatementPlan plan,
        ColumnBinding<TRow>[] columns,
        HashSet<string> plainJson,
        List<TRow> rows,
        Func<int, long> position,
        CancellationToken cancellationToken)
    {
        var measurement = StatementMeasurement.Begin(transaction.Database, plan);
        var call = new StatementCall(plan, plan.Rent([]));
        var connection = await transaction.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var types = Array.ConvertAll(columns, binding => plainJson.Contains(binding.Column.Name) ? NpgsqlDbType.Json : (NpgsqlDbType?)null);
            call.Command.Connection = connection;
            if (transaction.Database.Interceptors is not null)
            {
                await measurement.InterceptAsync(transaction, call, cancellationToken).ConfigureAwait(false);
            }

            var importer = await connection.BeginBinaryImportAsync(plan.Text, cancellationToken).ConfigureAwait(false);
            await using (importer.ConfigureAwait(false))
            {
                if (call.Command.CommandTimeout > 0)
                {
                    importer.Timeout = TimeSpan.FromSeconds(call.Command.CommandTimeout);
                }

                foreach (var row in rows)
                {
                    await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                    for (var i = 0; i < columns.Length; i++)
                    {
                        await columns[i].CopyAsync(importer, row, types[i], cancellationToken).ConfigureAwait(false);
                    }
                }

                await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
                measurement.Rows = rows.Count;
            }
        }
        catch (Exception exception)
        {
            var error = ErrorTranslation.Translate(exception, isOpening: false, transaction.Failure, transaction.Database.IncludesSensitiveData);
            measurement.Fail(error ?? exception);
            transaction.NoteFailure(error ?? exception);
            if (error is null)
            {
                throw;
            }

            error.RowPosition = LineOf(exception) is { } line && line <= rows.Count ? position(line - 1) : null;
            throw error;
        }
        finally
        {
            call.Finish(succeeded: false);
            transaction.Leave();
            measurement.End();
            if (measurement.IsIntercepted)
            {
                await measurement.TellEndAsync().ConfigureAwait(false);
            }
        }
    }

    // PostgreSQL says "COPY job, line 3": the rows of this COPY, counted from 1.
    private static int? LineOf(Exception exception)
        => exception is PostgresException { Where: { } where } && Line().Match(where) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("""^COPY .*, line ([0-9]{1,9})(,|\r|\n|\z)""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
