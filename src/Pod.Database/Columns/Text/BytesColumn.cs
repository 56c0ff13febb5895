using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A column of bytes.</summary>
/// <typeparam name="TSelected">What a selected value is: an array of <see cref="byte"/>, or that or null.</typeparam>
public sealed class BytesColumn<TSelected> : ReferenceExpression<byte[]>, ISelectable<TSelected>
{
    /// <summary>Describes a column.</summary>
    public BytesColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), new ClassStorage<byte[], byte[]>(NpgsqlDbType.Bytea, static value => value, static (row, ordinal) => row.Bytes(ordinal)))
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);
}
