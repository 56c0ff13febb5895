using Npgsql;

namespace Pod.Database.Raw;

/// <summary>How a field of a type is read. The types are listed rather than reflected, so that nothing is left to find out at run time.</summary>
internal static class FieldType
{
    private static readonly Dictionary<Type, Delegate> Reads = [];

    static FieldType()
    {
        Struct(static (row, i) => row.Boolean(i));
        Struct(static (row, i) => row.Int16(i));
        Struct(static (row, i) => row.Int32(i));
        Struct(static (row, i) => row.Int64(i));
        Struct(static (row, i) => row.Single(i));
        Struct(static (row, i) => row.Double(i));
        Struct(static (row, i) => row.Decimal(i));
        Struct(static (row, i) => row.BigInteger(i));
        Struct(static (row, i) => row.Guid(i));
        Struct(static (row, i) => row.DateTime(i));
        Struct(static (row, i) => row.DateTimeOffset(i));
        Struct(static (row, i) => row.DateOnly(i));
        Struct(static (row, i) => row.TimeOnly(i));
        Struct(static (row, i) => row.TimeSpan(i));
        Class(static (row, i) => row.String(i));
        Class(static (row, i) => row.Uri(i));
        Class(static (row, i) => row.Bytes(i));
        Array<string>();
        Array<int>();
        Array<long>();
        Array<double>();
        Array<Guid>();
    }

    public static Func<NpgsqlDataReader, int, T> Reader<T>()
        => Reads.TryGetValue(typeof(T), out var read)
            ? (Func<NpgsqlDataReader, int, T>)read
            : throw new ArgumentException(
                $"'{typeof(T)}' cannot be read from a column. Fields are numbers, bool, string, Guid, times, Uri, byte[] and arrays of int, long, double, "
                + "string and Guid; tuples are read with one type argument per item, as in QueryAsync<long, string>; models by their table, as in "
                + "QueryAsync(Ticket.Table, ...).");

    private static void Struct<T>(Func<RowReader, int, T> read)
        where T : struct
    {
        Reads.Add(typeof(T), (NpgsqlDataReader reader, int i) => read(new RowReader(reader, offset: 0), i));
        Reads.Add(typeof(T?), (NpgsqlDataReader reader, int i) => reader.IsDBNull(i) ? (T?)null : read(new RowReader(reader, offset: 0), i));
    }

    private static void Class<T>(Func<RowReader, int, T> read)
        where T : class
        => Reads.Add(typeof(T), (NpgsqlDataReader reader, int i) => reader.IsDBNull(i) ? null : read(new RowReader(reader, offset: 0), i));

    private static void Array<T>() => Reads.Add(typeof(T[]), (NpgsqlDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<T[]>(i));
}
