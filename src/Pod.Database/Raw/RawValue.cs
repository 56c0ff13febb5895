using System.Numerics;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;

namespace Pod.Database.Raw;

/// <summary>The parameter for a value whose type is known only at run time.</summary>
internal static class RawValue
{
    public static ParameterSource Parameter(object? value)
        => value switch
        {
            // PostgreSQL takes the type of the place where it stands.
            null => new ParameterSource<string?>(null, NpgsqlDbType.Unknown),
            string text => TextStorage.Instance.Parameter(text),
            bool flag => Scalar(flag),
            short number => Scalar(number),
            int number => Scalar(number),
            long number => Scalar(number),
            float number => Scalar(number),
            double number => Scalar(number),
            decimal number => Scalar(number),
            BigInteger number => Scalar(number),
            Guid guid => Scalar(guid),
            DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => Time(value),
            Uri uri => TextStorage.Instance.Parameter(uri.OriginalString),
            byte[] bytes => new ParameterSource<byte[]?>(bytes, NpgsqlDbType.Bytea),
            IEnumerable<string> texts => Hole(sql => sql.AppendFormatted(texts)),
            IEnumerable<int> numbers => Hole(sql => sql.AppendFormatted(numbers)),
            IEnumerable<long> numbers => Hole(sql => sql.AppendFormatted(numbers)),
            IEnumerable<double> numbers => Hole(sql => sql.AppendFormatted(numbers)),
            IEnumerable<Guid> guids => Hole(sql => sql.AppendFormatted(guids)),
            _ => throw new ArgumentException(
                $"A value of type '{value.GetType()}' cannot be sent. Give a number, text, bool, Guid, time, byte[], or a sequence of int, long, double, "
                + "string or Guid.",
                nameof(value)),
        };

    private static ParameterSource Time(object value)
        => value switch
        {
            DateTime time => Hole(sql => sql.AppendFormatted(time)),
            DateTimeOffset time => Hole(sql => sql.AppendFormatted(time)),
            DateOnly day => Scalar(day),
            TimeOnly time => Scalar(time),
            _ => Scalar((TimeSpan)value),
        };

    private static ParameterSource Scalar<T>(T value)
        where T : struct
        => ScalarStorage<T>.Instance.Parameter(value);

    /// <summary>What the same value in a hole of an interpolated string gives.</summary>
    private static ParameterSource Hole(Action<SqlText> fill)
    {
        var sql = new SqlText(0, 1);
        fill(sql);
        return ((ParameterFragment)sql.Parts[0]).Value;
    }
}
