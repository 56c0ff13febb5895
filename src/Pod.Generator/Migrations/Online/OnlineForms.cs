using Pod.Generator.Analysis;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Online;

/// <summary>The forms of operations that others can live with while they run.</summary>
internal static class OnlineForms
{
    /// <summary>Gives operations in their online form: strong locks short, long work under weak locks and behind all of them.</summary>
    /// <param name="operations">The operations in their plain form.</param>
    /// <param name="to">The schema as it will be.</param>
    public static IReadOnlyList<MigrationOperation> Of(IReadOnlyList<MigrationOperation> operations, DatabaseSchema to)
    {
        var validations = new List<MigrationOperation>();
        return [.. operations.SelectMany(operation => Of(operation, to, validations)).ToList(), .. validations];
    }

    private static IEnumerable<MigrationOperation> Of(MigrationOperation operation, DatabaseSchema to, List<MigrationOperation> validations)
    {
        switch (operation)
        {
            case CreateIndexOperation { MayHaveRows: true } create:
                return [create with { Concurrently = true }];
            case AddForeignKeyOperation { MayHaveRows: true } add:
                validations.Add(new ValidateConstraintOperation(add.Table, add.Key.Name));
                return [add with { NotValid = true }];
            case AddCheckOperation { MayHaveRows: true } add:
                validations.Add(new ValidateConstraintOperation(add.Table, add.Check.Name));
                return [add with { NotValid = true }];
            case AlterColumnOperation alter when LockSafety.Rewrites(alter) && ColumnRebuild.Obstacle(alter, to) is null:
                return ColumnRebuild.Of(alter);
            case AlterColumnOperation { SetsNotNull: true } alter:
                return SetNotNull(alter);
            default:
                return [operation];
        }
    }

    // A valid check tells PostgreSQL that there is no null, so that it need not look under its lock.
    private static IEnumerable<MigrationOperation> SetNotNull(AlterColumnOperation alter)
    {
        var open = alter.To with { Nullable = true };
        if (alter.From != open)
        {
            yield return alter with { To = open };
        }

        var check = new CheckSchema(ShortName.Make($"{alter.Table}_{alter.To.Name}_not_null"), $"{PostgresIdentifier.Quote(alter.To.Name)} IS NOT NULL");
        yield return new AddCheckOperation(alter.Table, check, IfNotExists: false) { MayHaveRows = true, NotValid = true };
        yield return new ValidateConstraintOperation(alter.Table, check.Name);
        yield return new AlterColumnOperation(alter.Table, open, alter.To) { IsProven = true };
        yield return new DropCheckOperation(alter.Table, check.Name);
    }
}
