using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Changes the type, the default or the nullability of a column, in this order.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The column as it is.</param>
/// <param name="To">The column as it will be.</param>
public sealed record AlterColumnOperation(string Table, ColumnSchema From, ColumnSchema To) : MigrationOperation("alterColumn", Table)
{
    /// <summary>Gets whether the column becomes NOT NULL.</summary>
    public bool SetsNotNull => From.Nullable && !To.Nullable;

    /// <summary>Gets whether a valid check says already that no row is without a value.</summary>
    public bool IsProven { get; init; }

    /// <inheritdoc/>
    public override MigrationPhase Phase => From.Type != To.Type || SetsNotNull || (From.Default is not null && To.Default is null)
        ? MigrationPhase.Contract
        : MigrationPhase.Expand;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteColumn(json, "from", From);
        WriteColumn(json, "to", To);
    }
}
