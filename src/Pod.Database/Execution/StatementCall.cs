using Npgsql;

namespace Pod.Database.Execution;

/// <summary>A statement with its values, ready to be executed once.</summary>
internal readonly struct StatementCall(StatementPlan plan, ReusableCommand command)
{
    public StatementPlan Plan => plan;

    public NpgsqlCommand Command => command.Command;

    /// <summary>Keeps the command for the next execution, unless this one went wrong: then nobody knows its state.</summary>
    public void Finish(bool succeeded)
    {
        if (succeeded)
        {
            plan.Return(command);
        }
        else
        {
            command.Dispose();
        }
    }
}
