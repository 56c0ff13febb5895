using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>How values of one column travel to the database and back.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
internal abstract class ColumnStorage<T>
    where T : notnull
{
    /// <summary>A null of the column's type.</summary>
    public abstract ParameterSource Null { get; }

    public abstract ParameterSource Parameter(T value);

    /// <summary>Writes a value as the next one of a COPY, which knows no casts.</summary>
    /// <param name="importer">The COPY.</param>
    /// <param name="value">The value.</param>
    /// <param name="otherType">The column's type, if it is not the one that the value is sent with elsewhere.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    public abstract Task CopyAsync(NpgsqlBinaryImporter importer, T value, NpgsqlDbType? otherType, CancellationToken cancellationToken);

    public abstract ColumnArray<T> CreateArray(int count);

    /// <summary>Reads a value that is not null.</summary>
    public abstract T Read(RowReader row, int ordinal);
}
