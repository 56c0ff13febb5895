using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
public sealed record AddColumnOperation(string Table, ColumnSchema Column) : MigrationOperation("addColumn", Table)
{
    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json) => WriteColumn(json, "column", Column);
}
