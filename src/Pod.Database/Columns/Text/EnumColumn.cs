using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>A column of enum values, stored by name or by index as their codec says.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class EnumColumn<T> : ValueExpression<T>
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
            ? new StructStorage<T, int>(NpgsqlDbType.Integer, codec.IndexOf)
            : new ClassStorage<T, string>(NpgsqlDbType.Text, codec.NameOf);
    }
}
