using Npgsql;
using Pod.Database.Raw;

namespace Pod.Database;

/// <summary>SQL that is written by hand.</summary>
/// <remarks>
/// Every hole of the interpolated string is a parameter, except columns, expressions, tables and other <see cref="SqlText"/>. Connections that ran
/// <c>SET</c>, <c>LISTEN</c>, <c>CREATE</c> and the like are closed rather than used again. What functions change in a connection is not noticed: use
/// those that end with the transaction, <c>set_config(…, true)</c> and <c>pg_advisory_xact_lock</c>.
/// </remarks>
public static class RawSqlExtensions
{
    extension(SessionDatabase db)
    {
        /// <summary>Runs one statement whose columns are not known beforehand.</summary>
        /// <example><code>
        /// var result = await session.Db.QueryAsync($"SELECT id, title FROM ticket WHERE id = {id}");
        /// var title = result.Rows[0].Get&lt;string&gt;("title");
        /// </code></example>
        public Task<QueryResult> QueryAsync(SqlText sql, CancellationToken cancellationToken = default)
            => RawStatement.ExecuteAsync(db.Session, sql, QueryResultReader.Instance, cancellationToken);

        /// <summary>Runs one statement and reads its rows into a model. The columns may stand in any order and among others.</summary>
        /// <example><code>
        /// var tickets = await session.Db.QueryAsync(Ticket.Table, $"SELECT * FROM ticket WHERE title ~ {pattern}");
        /// </code></example>
        /// <exception cref="InvalidOperationException">A column of the model is missing, or of another type.</exception>
        public Task<List<TRow>> QueryAsync<TRow>(RowTable<TRow> table, SqlText sql, CancellationToken cancellationToken = default)
            where TRow : class
        {
            ArgumentNullException.ThrowIfNull(table);
            return RawStatement.ExecuteAsync(db.Session, sql, new ModelReader<TRow>(table), cancellationToken);
        }

        /// <summary>Runs one statement and reads its only column.</summary>
        /// <typeparam name="T">
        /// A number, bool, string, Guid, time, Uri, byte[], or an array of int, long, double, string or Guid; <c>int?</c> and the like where nulls occur.
        /// </typeparam>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is no such type.</exception>
        /// <exception cref="InvalidOperationException">The query gives another number of columns, another type, or a null for a value type.</exception>
        public Task<List<T>> QueryAsync<T>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var read = FieldType.Reader<T>();
            return RawStatement.ExecuteAsync(db.Session, sql, new FieldsReader<T>(1, row => Field.Read(row, 0, read)), cancellationToken);
        }

        /// <summary>Runs one statement and reads its two columns.</summary>
        /// <example><code>
        /// List&lt;(long Id, string Title)&gt; tickets = await session.Db.QueryAsync&lt;long, string&gt;($"SELECT id, title FROM ticket");
        /// </code></example>
        /// <inheritdoc cref="QueryAsync{T}(SessionDatabase, SqlText, CancellationToken)"/>
        public Task<List<(T1, T2)>> QueryAsync<T1, T2>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var (read1, read2) = (FieldType.Reader<T1>(), FieldType.Reader<T2>());
            return RawStatement.ExecuteAsync(
                db.Session, sql, new FieldsReader<(T1, T2)>(2, row => (Field.Read(row, 0, read1), Field.Read(row, 1, read2))), cancellationToken);
        }

        /// <summary>Runs one statement and reads its three columns.</summary>
        /// <inheritdoc cref="QueryAsync{T}(SessionDatabase, SqlText, CancellationToken)"/>
        public Task<List<(T1, T2, T3)>> QueryAsync<T1, T2, T3>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var read1 = FieldType.Reader<T1>();
            var read2 = FieldType.Reader<T2>();
            var read3 = FieldType.Reader<T3>();
            return RawStatement.ExecuteAsync(
                db.Session,
                sql,
                new FieldsReader<(T1, T2, T3)>(3, row => (
                    Field.Read(row, 0, read1),
                    Field.Read(row, 1, read2),
                    Field.Read(row, 2, read3))),
                cancellationToken);
        }

        /// <summary>Runs one statement and reads its four columns.</summary>
        /// <inheritdoc cref="QueryAsync{T}(SessionDatabase, SqlText, CancellationToken)"/>
        public Task<List<(T1, T2, T3, T4)>> QueryAsync<T1, T2, T3, T4>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var read1 = FieldType.Reader<T1>();
            var read2 = FieldType.Reader<T2>();
            var read3 = FieldType.Reader<T3>();
            var read4 = FieldType.Reader<T4>();
            return RawStatement.ExecuteAsync(
                db.Session,
                sql,
                new FieldsReader<(T1, T2, T3, T4)>(4, row => (
                    Field.Read(row, 0, read1),
                    Field.Read(row, 1, read2),
                    Field.Read(row, 2, read3),
                    Field.Read(row, 3, read4))),
                cancellationToken);
        }

        /// <summary>Runs one statement and reads its five columns.</summary>
        /// <inheritdoc cref="QueryAsync{T}(SessionDatabase, SqlText, CancellationToken)"/>
        public Task<List<(T1, T2, T3, T4, T5)>> QueryAsync<T1, T2, T3, T4, T5>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var read1 = FieldType.Reader<T1>();
            var read2 = FieldType.Reader<T2>();
            var read3 = FieldType.Reader<T3>();
            var read4 = FieldType.Reader<T4>();
            var read5 = FieldType.Reader<T5>();
            return RawStatement.ExecuteAsync(
                db.Session,
                sql,
                new FieldsReader<(T1, T2, T3, T4, T5)>(5, row => (
                    Field.Read(row, 0, read1),
                    Field.Read(row, 1, read2),
                    Field.Read(row, 2, read3),
                    Field.Read(row, 3, read4),
                    Field.Read(row, 4, read5))),
                cancellationToken);
        }

        /// <summary>Runs one statement and reads its six columns.</summary>
        /// <inheritdoc cref="QueryAsync{T}(SessionDatabase, SqlText, CancellationToken)"/>
        public Task<List<(T1, T2, T3, T4, T5, T6)>> QueryAsync<T1, T2, T3, T4, T5, T6>(SqlText sql, CancellationToken cancellationToken = default)
        {
            var read1 = FieldType.Reader<T1>();
            var read2 = FieldType.Reader<T2>();
            var read3 = FieldType.Reader<T3>();
            var read4 = FieldType.Reader<T4>();
            var read5 = FieldType.Reader<T5>();
            var read6 = FieldType.Reader<T6>();
            return RawStatement.ExecuteAsync(
                db.Session,
                sql,
                new FieldsReader<(T1, T2, T3, T4, T5, T6)>(6, row => (
                    Field.Read(row, 0, read1),
                    Field.Read(row, 1, read2),
                    Field.Read(row, 2, read3),
                    Field.Read(row, 3, read4),
                    Field.Read(row, 4, read5),
                    Field.Read(row, 5, read6))),
                cancellationToken);
        }

        /// <summary>Runs one statement for its effect.</summary>
        /// <returns>How many rows were inserted, updated or deleted.</returns>
        public Task<long> ExecuteAsync(SqlText sql, CancellationToken cancellationToken = default)
            => RawStatement.ExecuteAsync(db.Session, sql, RawChangesReader.Instance, cancellationToken);

        /// <summary>
        /// Runs several statements that semicolons separate; all or none of them, unless they contain commands such as <c>COMMIT</c>. Nothing in the
        /// string is checked: never put text of users into it.
        /// </summary>
        public Task ExecuteScriptUnsafeAsync(string text, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(text);
            return RawStatement.ExecuteScriptAsync(db.Session, text, cancellationToken);
        }

        /// <summary>Asks the database for a sign of life.</summary>
        /// <exception cref="DatabaseConnectionException">It gives none; the message says why.</exception>
        public Task TestConnectionAsync(CancellationToken cancellationToken = default) => db.QueryAsync<int>($"SELECT 1", cancellationToken);

        /// <summary>
        /// The pool, for code that wants Npgsql itself. Leave its connections as they were: a pool that Pod made does not reset them when they are closed.
        /// </summary>
        public NpgsqlDataSource DataSource => db.Session.Database is { Enclosing: { } enclosing }
            ? throw enclosing.Refuse("'Db.DataSource'")
            : db.Session.Database.DataSource;
    }
}
