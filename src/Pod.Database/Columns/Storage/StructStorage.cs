using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>A column whose stored form is a value type; nulls travel in the same nullable type, so a statement has one form.</summary>
internal sealed class StructStorage<T, TStored>(NpgsqlDbType type, Func<T, TStored> convert, Func<RowReader, int, T> read) : ColumnStorage<T>
    where T : notnull
    where TStored : struct
{
    public override ParameterSource Null { get; } = new ParameterSource<TStored?>(null, type);

    public override ParameterSource Parameter(T value) => new ParameterSource<TStored?>(convert(value), type);

    public override Task CopyAsync(NpgsqlBinaryImporter importer, T value, NpgsqlDbType? otherType, CancellationToken cancellationToken)
        => importer.WriteAsync(convert(value), otherType ?? type, cancellationToken);

    public override ColumnArray<T> CreateArray(int count) => new Items(count, type, convert);

    public override T Read(RowReader row, int ordinal) => read(row, ordinal);

    private sealed class Items(int count, NpgsqlDbType type, Func<T, TStored> convert) : ColumnArray<T>
    {
        // Values come in their order. While none is missing they need no nullable places, which are twice as large and slower to send.
        private readonly TStored[] _leading = new TStored[count];
        private int _leadingCount;
        private TStored?[]? _all;

        public override ParameterSource Parameter
            => _all is null && _leadingCount == count
                ? new ParameterSource<TStored[]>(_leading, type | NpgsqlDbType.Array)
                : new ParameterSource<TStored?[]>(_all ?? MakeNullable(), type | NpgsqlDbType.Array);

        public override void Set(int index, T value)
        {
            if (_all is null && index == _leadingCount)
            {
                _leading[_leadingCount++] = convert(value);
                return;
            }

            _all ??= MakeNullable();
            _all[index] = convert(value);
        }

        private TStored?[] MakeNullable()
        {
            var all = new TStored?[count];
            for (var i = 0; i < _leadingCount; i++)
            {
                all[i] = _leading[i];
            }

            return all;
        }
    }
}
