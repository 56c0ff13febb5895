using System.Runtime.CompilerServices;
using NpgsqlTypes;
using Pod.Database.Columns.Json;
using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>A value inside a JSON column: <c>t.Address.Json("city").AsText() == "Oslo"</c>.</summary>
/// <remarks>Where the JSON has nothing, or a value that is no text, number and so on as asked for, the result is null.</remarks>
public sealed class JsonExpression
{
    private static readonly StructStorage<DateTime, DateTime> Instants = new(
        NpgsqlDbType.TimestampTz, static value => UtcTime.From(value, "a value inside JSON"), static (row, ordinal) => row.DateTime(ordinal));

    private readonly JsonPathFragment _value;

    internal JsonExpression(ISqlFragment json, ReadOnlySpan<JsonPathPart> path)
    {
        var parts = new string[path.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = path[i].Text;
        }

        _value = new JsonPathFragment(json, new ParameterSource<string[]>(parts, NpgsqlDbType.Text | NpgsqlDbType.Array));
    }

    /// <summary>Rows with this text here; <c>== null</c> also matches values of other types.</summary>
    public static Filter operator ==(JsonExpression left, ReferenceOperand<string> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.AsText() == right;
    }

    /// <summary>Rows with another text, a value of another type or nothing here.</summary>
    public static Filter operator !=(JsonExpression left, ReferenceOperand<string> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.AsText() != right;
    }

    /// <summary>The value if it is text.</summary>
    public TextExpression<string?> AsText() => new(new JsonScalarFragment(_value, JsonTypes.Text, ""), acceptsNull: true);

    /// <summary>The value if it is a whole number that fits.</summary>
    public NumberExpression<long, long?> AsLong() => new(new JsonScalarFragment(_value, JsonTypes.Long, "::numeric::bigint"), ScalarStorage<long>.Instance);

    /// <summary>The value if it is a number that fits.</summary>
    public NumberExpression<double, double?> AsDouble()
        => new(new JsonScalarFragment(_value, JsonTypes.Double, "::double precision"), ScalarStorage<double>.Instance);

    /// <summary>The value if it is a number that fits; the database compares all of its digits.</summary>
    public NumberExpression<decimal, decimal?> AsDecimal()
        => new(new JsonScalarFragment(_value, JsonTypes.Decimal, "::numeric"), ScalarStorage<decimal>.Instance);

    /// <summary>The value if it is true or false.</summary>
    public ValueExpression<bool, bool?> AsBool() => new(new JsonScalarFragment(_value, JsonTypes.Boolean, "::boolean"), ScalarStorage<bool>.Instance);

    /// <summary>The value if it is text with date, time and zone as ISO 8601 writes them, and the JSON of models does.</summary>
    public InstantExpression<DateTime, DateTime?> AsDateTime() => new(new JsonScalarFragment(_value, JsonTypes.Instant, "::timestamptz"), Instants);

    /// <summary>Rows that have something here, be it a JSON null.</summary>
    public Filter Exists() => new NullFilter(_value, isNull: false);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
