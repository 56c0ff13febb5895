namespace Pod.Generator.Migrations.Operations;

/// <summary>Deletes a table and its rows.</summary>
/// <param name="Table">The table.</param>
public sealed record DropTableOperation(string Table) : MigrationOperation("dropTable", Table)
{
    /// <inheritdoc/>
    public override MigrationPhase Phase => MigrationPhase.Contract;
}
