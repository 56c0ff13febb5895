using System.Numerics;
using Pod.Database.Columns.Storage;
using Pod.Database.Includes;
using Pod.Database.Tables;

namespace Pod.Database;

/// <summary>The description of a table whose rows are read into a model.</summary>
/// <typeparam name="TRow">The model.</typeparam>
public abstract class RowTable<TRow> : Table
    where TRow : class
{
    private readonly List<ColumnBinding<TRow>> _bindings = [];
    private readonly List<ColumnBinding<TRow>> _newBindings = [];
    private bool _hasTimeOfInsert;

    private protected RowTable(string name, TableJoin? join)
        : base(name, join)
    {
    }

    /// <summary>
    /// Gives a stored row the members of the written row that have no column: relation objects and values that are not persisted. Null if there
    /// are none.
    /// </summary>
    protected virtual Func<TRow, TRow, TRow>? KeepUnstored => null;

    /// <inheritdoc cref="KeepUnstored"/>
    internal Func<TRow, TRow, TRow>? UnstoredKeeper => KeepUnstored;

    /// <summary>How rows are read when nothing is included.</summary>
    internal RowShape<TRow> PlainShape => field ??= new RowShape<TRow>(this, offset: 0, [], []);

    /// <summary>The visible columns with what reads their value from a row, in column order.</summary>
    internal List<ColumnBinding<TRow>> Bindings => _bindings;

    /// <summary>The binding of the concurrency token, if there is one.</summary>
    internal ColumnBinding<TRow>? Token { get; private set; }

    internal ColumnBinding<TRow> IdBinding => _bindings[IdColumn.Ordinal];

    /// <summary>Makes a row of the current result row.</summary>
    /// <param name="row">The values; ordinals count this table's visible columns from 0.</param>
    public abstract TRow ReadRow(RowReader row);

    /// <summary>
    /// The bindings for rows that are inserted, which start with the first concurrency token whatever theirs is. What defaults to the time is left to
    /// the database on the system's clock, and comes from any other clock.
    /// </summary>
    internal List<ColumnBinding<TRow>> NewBindings(TimeProvider clock)
    {
        if (!_hasTimeOfInsert || ReferenceEquals(clock, TimeProvider.System))
        {
            return _newBindings;
        }

        var now = clock.GetUtcNow();
        return _newBindings.ConvertAll(binding => binding.At(now));
    }

    /// <summary>Adds a column and what reads its value from a row.</summary>
    protected NumberColumn<T, TSelected> Add<T, TSelected>(NumberColumn<T, TSelected> column, Func<TRow, T?> value)
        where T : struct, INumber<T>
        => AddValue(column, value);

    /// <summary>Adds the column that counts the writes of a row: updates and deletes check it, every write raises it by one.</summary>
    protected NumberColumn<T, TSelected> AddToken<T, TSelected>(NumberColumn<T, TSelected> column, Func<TRow, T?> value)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(column);
        TokenColumn = column;
        Token = new ValueBinding<TRow, T>(column, column.Storage, value);
        AddBinding(Token, new ValueBinding<TRow, T>(column, column.Storage, static _ => T.One));
        return column;
    }

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected EnumColumn<T, TSelected> Add<T, TSelected>(EnumColumn<T, TSelected> column, Func<TRow, T?> value)
        where T : struct, Enum
        => AddValue(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected GuidColumn<TSelected> Add<TSelected>(GuidColumn<TSelected> column, Func<TRow, Guid?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected DateTimeColumn<TSelected> Add<TSelected>(DateTimeColumn<TSelected> column, Func<TRow, DateTime?> value)
        => AddTime(column, value, static now => now.UtcDateTime);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected DateTimeOffsetColumn<TSelected> Add<TSelected>(DateTimeOffsetColumn<TSelected> column, Func<TRow, DateTimeOffset?> value)
        => AddTime(column, value, static now => now);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected DateOnlyColumn<TSelected> Add<TSelected>(DateOnlyColumn<TSelected> column, Func<TRow, DateOnly?> value)
        => AddTime(column, value, static now => DateOnly.FromDateTime(now.UtcDateTime));

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected TimeOnlyColumn<TSelected> Add<TSelected>(TimeOnlyColumn<TSelected> column, Func<TRow, TimeOnly?> value)
        => AddTime(column, value, static now => TimeOnly.FromDateTime(now.UtcDateTime));

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected TimeSpanColumn<TSelected> Add<TSelected>(TimeSpanColumn<TSelected> column, Func<TRow, TimeSpan?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected TextColumn<TSelected> Add<TSelected>(TextColumn<TSelected> column, Func<TRow, string?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected UriColumn<TSelected> Add<TSelected>(UriColumn<TSelected> column, Func<TRow, Uri?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected BytesColumn<TSelected> Add<TSelected>(BytesColumn<TSelected> column, Func<TRow, byte[]?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected VectorColumn<TSelected> Add<TSelected>(VectorColumn<TSelected> column, Func<TRow, Vector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected HalfVectorColumn<TSelected> Add<TSelected>(HalfVectorColumn<TSelected> column, Func<TRow, HalfVector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected SparseVectorColumn<TSelected> Add<TSelected>(SparseVectorColumn<TSelected> column, Func<TRow, SparseVector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected BitColumn<TSelected> Add<TSelected>(BitColumn<TSelected> column, Func<TRow, Bit?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected BooleanColumn<TSelected> Add<TSelected>(BooleanColumn<TSelected> column, Func<TRow, bool?> value)
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ValueBinding<TRow, bool>(column.Column, ScalarStorage<bool>.Instance, value));
        return column;
    }

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected JsonColumn<T, TSelected> Add<T, TSelected>(JsonColumn<T, TSelected> column, Func<TRow, T?> value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ReferenceBinding<TRow, T>(column, column.Storage, value));
        return column;
    }

    /// <inheritdoc cref="Add{T, TSelected}(NumberColumn{T, TSelected}, Func{TRow, T?})"/>
    protected JsonColumn<T, TSelected> Add<T, TSelected>(JsonColumn<T, TSelected> column, Func<TRow, T?> value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ValueBinding<TRow, T>(column, column.Storage, value));
        return column;
    }

    private TColumn AddTime<TColumn, T>(TColumn column, Func<TRow, T?> value, Func<DateTimeOffset, T> timeOfInsert)
        where TColumn : ValueExpression<T>
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(column);
        Column description = column;
        _hasTimeOfInsert |= description.DefaultsToNow;
        AddBinding(new ValueBinding<TRow, T>(description, column.Storage, value, description.DefaultsToNow ? timeOfInsert : null));
        return column;
    }

    private TColumn AddValue<TColumn, T>(TColumn column, Func<TRow, T?> value)
        where TColumn : ValueExpression<T>
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ValueBinding<TRow, T>(column, column.Storage, value));
        return column;
    }

    private TColumn AddReference<TColumn, T>(TColumn column, Func<TRow, T?> value)
        where TColumn : ReferenceExpression<T>
        where T : class
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ReferenceBinding<TRow, T>(column, column.Storage, value));
        return column;
    }

    private void AddBinding(ColumnBinding<TRow> binding, ColumnBinding<TRow>? ofNewRows = null)
    {
        AddVisible(binding.Column);
        _bindings.Add(binding);
        _newBindings.Add(ofNewRows ?? binding);
    }
}
