using Npgsql;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Tables;

internal sealed class ValueBinding<TRow, T>(
    Column column, ColumnStorage<T> storage, Func<TRow, T?> value, Func<DateTimeOffset, T>? timeOfInsert = null) : ColumnBinding<TRow>(column)
    where T : struct
{
    public override ColumnBinding<TRow> At(DateTimeOffset now)
    {
        if (timeOfInsert is null)
        {
            return this;
        }

        var time = timeOfInsert(now);
        return new ValueBinding<TRow, T>(Column, storage, row => value(row) ?? time);
    }

    public override bool IsUnset(TRow row)
        => value(row) is not { } present || (ReferenceEquals(Column, Column.Table.IdColumn) && EqualityComparer<T>.Default.Equals(present, default));

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
