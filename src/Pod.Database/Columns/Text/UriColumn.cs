using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>A column of URIs, stored as text.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="Uri"/>, or that or null.</typeparam>
public sealed class UriColumn<TSelected> : MemberExpression<Uri>, ISelectable<TSelected>
{
    /// <summary>Describes a column.</summary>
    public UriColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(
            new Column(table, name, nullable, hasDefault),
            new ClassStorage<Uri, string>(NpgsqlDbType.Text, static value => value.OriginalString, static (row, ordinal) => row.Uri(ordinal)))
    {
    }

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, Column!.IsNullable);
}
