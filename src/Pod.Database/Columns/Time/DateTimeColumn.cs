using NpgsqlTypes;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of instants as UTC <see cref="DateTime"/>; local times are converted, unspecified ones refused.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="DateTime"/>, or that or null.</typeparam>
public sealed class DateTimeColumn<TSelected> : InstantExpression<DateTime, TSelected>
{
    /// <summary>Describes a column.</summary>
    public DateTimeColumn(Table table, string name, bool nullable = false, bool hasDefault = false, bool defaultsToNow = false)
        : base(
            new Column(table, name, nullable, hasDefault, defaultsToNow),
            new StructStorage<DateTime, DateTime>(NpgsqlDbType.TimestampTz, value => UtcTime.From(value, name), static (row, ordinal) => row.DateTime(ordinal)))
    {
    }

    /// <summary>Gives the column the time of the write, by the database object's clock.</summary>
    public Assignment SetNow() => new NowAssignment(this, now => Storage.Parameter(now.UtcDateTime));
}
