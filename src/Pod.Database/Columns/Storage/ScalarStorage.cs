using System.Numerics;
using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>The storage of types that PostgreSQL holds as they are.</summary>
internal static class ScalarStorage<T>
    where T : struct
{
    public static ColumnStorage<T> Instance { get; } = new StructStorage<T, T>(TypeOf(), static value => value, static (row, ordinal) => row.Scalar<T>(ordinal));

    private static NpgsqlDbType TypeOf()
    {
        var type = typeof(T);
        return type == typeof(bool) ? NpgsqlDbType.Boolean
            : type == typeof(short) ? NpgsqlDbType.Smallint
            : type == typeof(int) ? NpgsqlDbType.Integer
            : type == typeof(long) ? NpgsqlDbType.Bigint
            : type == typeof(float) ? NpgsqlDbType.Real
            : type == typeof(double) ? NpgsqlDbType.Double
            : type == typeof(decimal) || type == typeof(BigInteger) ? NpgsqlDbType.Numeric
            : type == typeof(Guid) ? NpgsqlDbType.Uuid
            : type == typeof(DateOnly) ? NpgsqlDbType.Date
            : type == typeof(TimeOnly) ? NpgsqlDbType.Time
            : type == typeof(TimeSpan) ? NpgsqlDbType.Interval
            : throw new NotSupportedException($"'{type}' has no column type. Numbers are short, int, long, float, double, decimal and BigInteger.");
    }
}
