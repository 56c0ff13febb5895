using Npgsql;

namespace Pod.Database.Execution;

/// <summary>A statement with its values, ready to be executed once.</summary>
internal readonly struct StatementCall(StatementPlan plan, ReusableCommand command)
{
    public StatementPlan Plan => plan;

    public NpgsqlCommand Command => command.Command;

    public void SetTimeout(int seconds)
    {
        command.Command.CommandTimeout = seconds;
        command.IsChanged = true;
    }

    public void AddComment(string comment)
    {
        // Nothing in it may end it, or begin one that does not end.
        var safe = comment.Replace('\0', ' ').Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal);
        command.Command.CommandText = $"/* {safe} */ {command.Command.CommandText}";
        command.IsChanged = true;
    }

    /// <summary>Keeps the command for the next execution, unless this one went wrong (then nobody knows its state) or had a text of its own.</summary>
    public void Finish(bool succeeded)
    {
        if (succeeded && !command.IsChanged)
        {
            plan.Return(command);
        }
        else
        {
            command.Dispose();
        }
    }
}
