using Npgsql;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Columns.Vectors;

/// <summary>
/// A column of one of pgvector's types. Npgsql does not know them, so values travel as arrays of numbers or as text, with a cast behind the
/// placeholder. Many at once always travel as texts: unnest takes an array of arrays apart down to the numbers.
/// </summary>
internal sealed class VectorStorage<T, TStored>(
    string type, NpgsqlDbType storedType, Func<T, TStored> convert, Func<T, byte[]> binary, Func<RowReader, int, T> read, Dimensions<T> dimensions)
    : ColumnStorage<T>
    where T : notnull
    where TStored : class
{
    private readonly string _cast = "::" + type;

    public override ParameterSource Null { get; } = new ParameterSource<TStored?>(null, storedType, "::" + type);

    public override ParameterSource Parameter(T value) => new ParameterSource<TStored?>(convert(dimensions.Require(value)), storedType, _cast);

    public override Task CopyAsync(NpgsqlBinaryImporter importer, T value, NpgsqlDbType? otherType, CancellationToken cancellationToken)
        => importer.WriteAsync(binary(dimensions.Require(value)), NpgsqlDbType.Bytea, cancellationToken);

    public override ColumnArray<T> CreateArray(int count) => new Items(count, _cast + "[]", dimensions);

    public override T Read(RowReader row, int ordinal) => read(row, ordinal);

    private sealed class Items(int count, string cast, Dimensions<T> dimensions) : ColumnArray<T>
    {
        private readonly string?[] _values = new string?[count];

        public override ParameterSource Parameter => new ParameterSource<string?[]>(_values, NpgsqlDbType.Text | NpgsqlDbType.Array, cast);

        public override void Set(int index, T value) => _values[index] = dimensions.Require(value).ToString();
    }
}
