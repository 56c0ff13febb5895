using Pod.Generator.Migrations.Operations;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql;

/// <summary>What has to exist in the database before operations can run: extensions and functions.</summary>
internal static class NeededPreparations
{
    public static IEnumerable<MigrationOperation> Of(IReadOnlyCollection<MigrationOperation> operations)
    {
        foreach (var extension in operations.SelectMany(ExtensionsOf).OfType<PostgresExtension>().Distinct())
        {
            yield return new CreateExtensionOperation(extension.Name);
        }

        if (operations.SelectMany(ColumnsOf).Any(UuidV7Function.IsNeededBy))
        {
            yield return new CreateFunctionOperation(UuidV7Function.Name);
        }
    }

    private static IEnumerable<PostgresExtension?> ExtensionsOf(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create => create.Definition.Columns.Select(PostgresExtension.NeededBy),
        AddColumnOperation add => [PostgresExtension.NeededBy(add.Column)],
        CreateIndexOperation create => [PostgresExtension.NeededBy(create.Index)],
        _ => [],
    };

    private static IEnumerable<ColumnSchema> ColumnsOf(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create => create.Definition.Columns,
        AddColumnOperation add => [add.Column],
        AlterColumnOperation alter => [alter.To],
        _ => [],
    };
}
