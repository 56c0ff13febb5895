using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of bytes.</summary>
public sealed class BytesColumn : ReferenceExpression<byte[]>
{
    /// <summary>Describes a column.</summary>
    public BytesColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), new ClassStorage<byte[], byte[]>(NpgsqlDbType.Bytea, static value => value))
    {
    }
}
