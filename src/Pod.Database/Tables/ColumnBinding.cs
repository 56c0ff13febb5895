using Npgsql;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Tables;

/// <summary>A column and how its value is taken from a row.</summary>
internal abstract class ColumnBinding<TRow>(Column column)
{
    public Column Column => column;

    /// <summary>The same for rows that are inserted at an instant: where a row says nothing, a column that defaults to the time gets this one.</summary>
    public virtual ColumnBinding<TRow> At(DateTimeOffset now) => this;

    /// <summary>Whether the row says nothing about the column: null, and for a primary key also 0 or the empty Guid.</summary>
    public abstract bool IsUnset(TRow row);

    public abstract ParameterSource Parameter(TRow row);

    /// <summary>Writes the value as the next one of a COPY.</summary>
    /// <param name="importer">The COPY.</param>
    /// <param name="row">The row.</param>
    /// <param name="otherType">The column's type, if it is not the one that its values are sent with elsewhere.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    public abstract Task CopyAsync(NpgsqlBinaryImporter importer, TRow row, NpgsqlDbType? otherType, CancellationToken cancellationToken);

    /// <summary>The column's values of many rows as one array.</summary>
    public abstract ParameterSource ArrayParameter(IReadOnlyList<TRow> rows);
}
