using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>A column whose stored form is text or bytes.</summary>
internal sealed class ClassStorage<T, TStored>(NpgsqlDbType type, Func<T, TStored> convert, Func<RowReader, int, T> read) : ColumnStorage<T>
    where T : notnull
    where TStored : class
{
    public override ParameterSource Null { get; } = new ParameterSource<TStored?>(null, type);

    public override ParameterSource Parameter(T value) => new ParameterSource<TStored?>(convert(value), type);

    public override Task CopyAsync(NpgsqlBinaryImporter importer, T value, NpgsqlDbType? otherType, CancellationToken cancellationToken)
        => importer.WriteAsync(convert(value), otherType ?? type, cancellationToken);

    public override ColumnArray<T> CreateArray(int count) => new Items(count, type, convert);

    public override T Read(RowReader row, int ordinal) => read(row, ordinal);

    private sealed class Items(int count, NpgsqlDbType type, Func<T, TStored> convert) : ColumnArray<T>
    {
        private readonly TStored?[] _values = new TStored?[count];

        public override ParameterSource Parameter => new ParameterSource<TStored?[]>(_values, type | NpgsqlDbType.Array);

        public override void Set(int index, T value) => _values[index] = convert(value);
    }
}
