using Npgsql;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Tables;

internal sealed class ReferenceBinding<TRow, T>(Column column, ColumnStorage<T> storage, Func<TRow, T?> value) : ColumnBinding<TRow>(column)
    where T : class
{
    public override bool IsUnset(TRow row) => value(row) is null;

    public override ParameterSource Parameter(TRow row) => value(row) is { } present ? storage.Parameter(present) : storage.Null;

    public override Task CopyAsync(NpgsqlBinaryImporter importer, TRow row, NpgsqlDbType? otherType, CancellationToken cancellationToken)
        => value(row) is { } present
            ? storage.CopyAsync(importer, present, otherType, cancellationToken)
            : importer.WriteNullAsync(cancellationToken);

    public override ParameterSource ArrayParameter(IReadOnlyList<TRow> rows)
    {
        var array = storage.CreateArray(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (value(rows[i]) is { } present)
            {
                array.Set(i, present);
            }
        }

        return array.Parameter;
    }
}
