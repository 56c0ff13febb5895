using System.Runtime.CompilerServices;
using NpgsqlTypes;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>A column that holds its value as JSON.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public sealed class JsonColumn<T> : SqlExpression
    where T : notnull
{
    /// <summary>Describes a column.</summary>
    public JsonColumn(Table table, string name, JsonCodec<T> codec, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault))
        => Storage = new ClassStorage<T, byte[]>(NpgsqlDbType.Jsonb, value => PodJson.Encode(codec, value, JsonAudience.Everything));

    internal ColumnStorage<T> Storage { get; }

    /// <summary>Rows without value.</summary>
    public static Filter operator ==(JsonColumn<T> left, NullOperand right) => new NullFilter(left, isNull: true);

    /// <summary>Rows with a value.</summary>
    public static Filter operator !=(JsonColumn<T> left, NullOperand right) => new NullFilter(left, isNull: false);

    /// <summary>Gives the column a value, or null.</summary>
    /// <exception cref="ArgumentException">The column takes no null.</exception>
    [OverloadResolutionPriority(1)]
    public Assignment Set(T? value) => ValueAssignment.Of(this, Storage, value is null ? null : Storage.Parameter(value));

    /// <summary>Gives the column null.</summary>
    /// <exception cref="ArgumentException">The column takes no null.</exception>
    public Assignment Set(NullOperand value) => ValueAssignment.Of(this, Storage, value: null);

    /// <summary>Gives the column what another column of the row had.</summary>
    [OverloadResolutionPriority(-1)]
    public Assignment Set(JsonColumn<T> value) => new ExpressionAssignment(this, value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
