using Pod.Generator.Migrations.Operations;

namespace Pod.Generator.Migrations.Sql;

/// <summary>Cuts operations into the steps of a script.</summary>
internal static class MigrationSteps
{
    public static List<(bool IsTransactional, List<MigrationOperation> Operations)> Split(IEnumerable<MigrationOperation> operations)
    {
        var steps = new List<(bool IsTransactional, List<MigrationOperation> Operations)>();
        var isOpen = false;
        foreach (var operation in operations)
        {
            if (!isOpen || operation.Step != StepRule.Shared)
            {
                steps.Add((operation.Step != StepRule.OutsideTransaction, []));
            }

            steps[^1].Operations.Add(operation);
            isOpen = operation.Step is StepRule.Shared or StepRule.First;
        }

        return steps;
    }
}
