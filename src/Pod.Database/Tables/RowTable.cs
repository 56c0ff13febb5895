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

    /// <summary>The same for rows that are inserted, which start with the first concurrency token whatever theirs is.</summary>
    internal List<ColumnBinding<TRow>> NewBindings => _newBindings;

    /// <summary>The binding of the concurrency token, if there is one.</summary>
    internal ColumnBinding<TRow>? Token { get; private set; }

    internal ColumnBinding<TRow> IdBinding => _bindings[IdColumn.Ordinal];

    /// <summary>Makes a row of the current result row.</summary>
    /// <param name="row">The values; ordinals count this table's visible columns from 0.</param>
    public abstract TRow ReadRow(RowReader row);

    /// <summary>Adds a column and what reads its value from a row.</summary>
    protected NumberColumn<T> Add<T>(NumberColumn<T> column, Func<TRow, T?> value)
        where T : struct, INumber<T>
        => AddValue(column, value);

    /// <summary>Adds the column that counts the writes of a row: updates and deletes check it, every write raises it by one.</summary>
    protected NumberColumn<T> AddToken<T>(NumberColumn<T> column, Func<TRow, T?> value)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(column);
        TokenColumn = column;
        Token = new ValueBinding<TRow, T>(column, column.Storage, value);
        AddBinding(Token, new ValueBinding<TRow, T>(column, column.Storage, static _ => T.One));
        return column;
    }

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected EnumColumn<T> Add<T>(EnumColumn<T> column, Func<TRow, T?> value)
        where T : struct, Enum
        => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected GuidColumn Add(GuidColumn column, Func<TRow, Guid?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected DateTimeColumn Add(DateTimeColumn column, Func<TRow, DateTime?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected DateTimeOffsetColumn Add(DateTimeOffsetColumn column, Func<TRow, DateTimeOffset?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected DateOnlyColumn Add(DateOnlyColumn column, Func<TRow, DateOnly?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected TimeOnlyColumn Add(TimeOnlyColumn column, Func<TRow, TimeOnly?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected TimeSpanColumn Add(TimeSpanColumn column, Func<TRow, TimeSpan?> value) => AddValue(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected TextColumn Add(TextColumn column, Func<TRow, string?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected UriColumn Add(UriColumn column, Func<TRow, Uri?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected BytesColumn Add(BytesColumn column, Func<TRow, byte[]?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected VectorColumn Add(VectorColumn column, Func<TRow, Vector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected HalfVectorColumn Add(HalfVectorColumn column, Func<TRow, HalfVector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected SparseVectorColumn Add(SparseVectorColumn column, Func<TRow, SparseVector?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected BitColumn Add(BitColumn column, Func<TRow, Bit?> value) => AddReference(column, value);

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected BooleanColumn Add(BooleanColumn column, Func<TRow, bool?> value)
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ValueBinding<TRow, bool>(column.Column, ScalarStorage<bool>.Instance, value));
        return column;
    }

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected JsonColumn<T> Add<T>(JsonColumn<T> column, Func<TRow, T?> value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ReferenceBinding<TRow, T>(column, column.Storage, value));
        return column;
    }

    /// <inheritdoc cref="Add{T}(NumberColumn{T}, Func{TRow, T?})"/>
    protected JsonColumn<T> Add<T>(JsonColumn<T> column, Func<TRow, T?> value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(column);
        AddBinding(new ValueBinding<TRow, T>(column, column.Storage, value));
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
