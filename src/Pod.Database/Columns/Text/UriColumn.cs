using NpgsqlTypes;
using Pod.Database.Columns.Storage;

namespace Pod.Database;

/// <summary>A column of URIs, stored as text.</summary>
public sealed class UriColumn : MemberExpression<Uri>
{
    /// <summary>Describes a column.</summary>
    public UriColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), new ClassStorage<Uri, string>(NpgsqlDbType.Text, static value => value.OriginalString))
    {
    }
}
