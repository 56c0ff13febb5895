using System.Runtime.CompilerServices;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Storage;
using Pod.Database.Filters;
using Pod.Database.Sql;

namespace Pod.Database;

/// <summary>A boolean column, which is a filter by itself: <c>t => t.Archived</c>, <c>t => !t.Archived</c>.</summary>
public sealed class BooleanColumn : Filter
{
    private static readonly ColumnStorage<bool> Storage = ScalarStorage<bool>.Instance;

    /// <summary>Describes a column.</summary>
    public BooleanColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        => Column = new Column(table, name, nullable, hasDefault);

    internal Column Column { get; }

    internal override bool IsNullable => ((ISqlFragment)Column).IsNullable;

    /// <summary>Rows that have this value; <c>== null</c> is IS NULL.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator ==(BooleanColumn left, ValueOperand<bool> right)
        => right.Value is { } value ? new ComparisonFilter(left, Comparison.Equal, Storage.Parameter(value)) : new NullFilter(left, isNull: true);

    /// <summary>Rows that have another value or none; <c>!= null</c> is IS NOT NULL.</summary>
    [OverloadResolutionPriority(1)]
    public static Filter operator !=(BooleanColumn left, ValueOperand<bool> right)
        => right.Value is { } value ? new ComparisonFilter(left, Comparison.NotEqual, Storage.Parameter(value)) : new NullFilter(left, isNull: false);

    /// <summary>Rows in which both are equal; two nulls are.</summary>
    public static Filter operator ==(BooleanColumn left, BooleanColumn right) => new FragmentComparisonFilter(left, Comparison.Equal, right);

    /// <summary>Rows in which both differ; null differs from every value.</summary>
    public static Filter operator !=(BooleanColumn left, BooleanColumn right) => new FragmentComparisonFilter(left, Comparison.NotEqual, right);

    /// <summary>Rows whose value is one of these. A null among them matches rows without value.</summary>
    public Filter In(params IEnumerable<bool?> values) => MembershipFilter.Of(this, Storage, values, isNegated: false);

    /// <summary>Rows whose value is none of these; also rows without value, unless a null is among them.</summary>
    public Filter NotIn(params IEnumerable<bool?> values) => MembershipFilter.Of(this, Storage, values, isNegated: true);

    /// <summary>Orders by this, false first and nulls last.</summary>
    public OrderTerm Asc() => new(this, isDescending: false);

    /// <summary>Orders by this, nulls first and true before false.</summary>
    public OrderTerm Desc() => new(this, isDescending: true);

    /// <summary>Gives the column a value, or null.</summary>
    /// <exception cref="ArgumentException">The column takes no null.</exception>
    [OverloadResolutionPriority(1)]
    public Assignment Set(bool? value) => ValueAssignment.Of(Column, Storage, value is { } present ? Storage.Parameter(present) : null);

    /// <summary>Gives the column whether the row, as it was, matches a condition.</summary>
    public Assignment Set(Filter value) => new ExpressionAssignment(Column, value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    internal override void Write(SqlWriter writer) => writer.WriteColumn(Column);
}
