using System.Collections.Concurrent;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Execution;

/// <summary>One statement text and the commands that have executed it and wait for the next time.</summary>
internal sealed class StatementPlan(string text, string operation, string table, int timeoutSeconds)
{
    // As many as a pool usually has connections; further ones are made anew when a burst needs them.
    private const int IdleLimit = 16;

    private readonly ConcurrentQueue<ReusableCommand> _idle = new();
    private ReusableCommand? _next;

    public string Text => text;

    public string Operation => operation;

    public string Table => table;

    /// <summary>Whether the statement changes nothing, so that it may be sent again.</summary>
    public bool IsRead { get; } = operation == "SELECT";

    /// <summary>The span name of this statement.</summary>
    public string Name { get; } = $"{operation} {table}";

    public ReusableCommand Rent(List<ParameterSource> parameters)
    {
        var command = Interlocked.Exchange(ref _next, null);
        if ((command is not null || _idle.TryDequeue(out command)) && command.TryFill(parameters))
        {
            return command;
        }

        return new ReusableCommand(text, parameters, timeoutSeconds);
    }

    public void Return(ReusableCommand command)
    {
        command.Reset();
        if (Interlocked.CompareExchange(ref _next, command, null) is null)
        {
            return;
        }

        if (_idle.Count < IdleLimit)
        {
            _idle.Enqueue(command);
        }
        else
        {
            command.Dispose();
        }
    }
}
