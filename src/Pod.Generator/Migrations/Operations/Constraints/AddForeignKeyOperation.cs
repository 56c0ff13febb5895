using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>Adds a foreign key.</summary>
/// <param name="Table">The table that holds the key.</param>
/// <param name="Key">The foreign key.</param>
/// <param name="IfNotExists">Whether somebody else may have made it already; then it stays as it is.</param>
public sealed record AddForeignKeyOperation(string Table, ForeignKeySchema Key, bool IfNotExists) : MigrationOperation("addForeignKey", Table)
{
    /// <summary>Gets whether the table was there before, so that it may hold rows which point at nothing.</summary>
    public bool MayHaveRows { get; init; }

    /// <summary>Gets whether only new rows are checked now, and those that are there by a later <see cref="ValidateConstraintOperation"/>.</summary>
    public bool NotValid { get; init; }

    /// <inheritdoc/>
    public override MigrationPhase Phase => MayHaveRows ? MigrationPhase.Contract : MigrationPhase.Expand;

    /// <inheritdoc/>
    public override void WriteMembers(Utf8JsonWriter json)
    {
        WriteFlag(json, "ifNotExists", IfNotExists);
        WriteFlag(json, "notValid", NotValid);
        WriteObject(json, "foreignKey", Key, SchemaJsonWriter.WriteForeignKey);
    }
}
