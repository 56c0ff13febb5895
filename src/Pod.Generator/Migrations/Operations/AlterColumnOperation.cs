using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Changes the type, the default or the nullability of a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The column as it is.</param>
/// <param name="To">The column as it will be.</param>
public sealed record AlterColumnOperation(string Table, ColumnSchema From, ColumnSchema To) : MigrationOperation("alterColumn", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteColumn(json, "from", From);
        WriteColumn(json, "to", To);
    }
}
