using Npgsql;
using Pod.Database.Columns.Storage;

namespace Pod.Database.Execution;

/// <summary>A command with its parameters, kept between executions of one statement text.</summary>
internal sealed class ReusableCommand : IDisposable
{
    private readonly ParameterSlot[] _slots;

    public ReusableCommand(string text, List<ParameterSource> parameters, int timeoutSeconds)
    {
        Command = new NpgsqlCommand(text) { CommandTimeout = timeoutSeconds };
        _slots = new ParameterSlot[parameters.Count];
        for (var i = 0; i < _slots.Length; i++)
        {
            _slots[i] = parameters[i].CreateSlot();
            Command.Parameters.Add(_slots[i].Untyped);
        }
    }

    public NpgsqlCommand Command { get; }

    /// <summary>Whether it was made different for one execution.</summary>
    public bool IsChanged { get; set; }

    public bool TryFill(List<ParameterSource> parameters)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (!parameters[i].TryFill(_slots[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets values and connection.</summary>
    public void Reset()
    {
        Command.Connection = null;
        foreach (var slot in _slots)
        {
            slot.Clear();
        }
    }

    public void Dispose() => Command.Dispose();
}
