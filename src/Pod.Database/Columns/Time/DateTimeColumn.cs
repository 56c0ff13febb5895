using NpgsqlTypes;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of instants as UTC <see cref="DateTime"/>; local times are converted, unspecified ones refused.</summary>
public sealed class DateTimeColumn : InstantExpression<DateTime>
{
    /// <summary>Describes a column.</summary>
    public DateTimeColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(
            new Column(table, name, nullable, hasDefault),
            new StructStorage<DateTime, DateTime>(NpgsqlDbType.TimestampTz, value => UtcTime.From(value, name)))
    {
    }

    /// <summary>Gives the column the time of the write, by the database object's clock.</summary>
    public Assignment SetNow() => new NowAssignment(this, now => Storage.Parameter(now.UtcDateTime));
}
