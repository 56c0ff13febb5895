using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>A column of enum values, stored by name or by index as their codec says.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TSelected">What a selected value is: <typeparamref name="T"/>, or that or null.</typeparam>
public sealed class EnumColumn<T, TSelected> : ValueExpression<T, TSelected>
    where T : struct, Enum
{
    /// <summary>Describes a column.</summary>
    public EnumColumn(Table table, string name, EnumCodec<T> codec, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), StorageOf(codec))
    {
    }

    private static ColumnStorage<T> StorageOf(EnumCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return codec.IsByIndex
            ? new StructStorage<T, int>(NpgsqlDbType.Integer, codec.IndexOf, (row, ordinal) => row.Enum(ordinal, codec))
            : new ClassStorage<T, string>(NpgsqlDbType.Text, codec.NameOf, (row, ordinal) => row.Enum(ordinal, codec));
    }
}
