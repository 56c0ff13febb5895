using NpgsqlTypes;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of instants as <see cref="DateTimeOffset"/>; it keeps the instant, not the offset.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="DateTimeOffset"/>, or that or null.</typeparam>
public sealed class DateTimeOffsetColumn<TSelected> : InstantExpression<DateTimeOffset, TSelected>
{
    /// <summary>Describes a column.</summary>
    public DateTimeOffsetColumn(Table table, string name, bool nullable = false, bool hasDefault = false, bool defaultsToNow = false)
        : base(
            new Column(table, name, nullable, hasDefault, defaultsToNow),
            new StructStorage<DateTimeOffset, DateTimeOffset>(
                NpgsqlDbType.TimestampTz, static value => value.ToUniversalTime(), static (row, ordinal) => row.DateTimeOffset(ordinal)))
    {
    }

    /// <summary>Gives the column the time of the write, by the database object's clock.</summary>
    public Assignment SetNow() => new NowAssignment(this, now => Storage.Parameter(now));
}
