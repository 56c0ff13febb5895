using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>A value on its way into a statement.</summary>
internal abstract class ParameterSource
{
    /// <summary>What stands behind the placeholder, for types that Npgsql cannot send themselves: <c>::vector</c>.</summary>
    public abstract string Cast { get; }

    public abstract ParameterSlot CreateSlot();

    /// <summary>Puts the value into a slot of an earlier execution; false if the slot has another type.</summary>
    public abstract bool TryFill(ParameterSlot slot);
}

/// <summary>A value in the type in which Npgsql sends it, so that nothing is boxed.</summary>
internal class ParameterSource<TStored>(TStored value, NpgsqlDbType type, string cast = "") : ParameterSource
{
    public TStored Value { get; } = value;

    public override string Cast => cast;

    public override ParameterSlot CreateSlot()
        => new ParameterSlot<TStored>(new NpgsqlParameter<TStored> { NpgsqlDbType = type, TypedValue = Value });

    public override bool TryFill(ParameterSlot slot)
    {
        if (slot is not ParameterSlot<TStored> typed)
        {
            return false;
        }

        typed.Parameter.TypedValue = Value;
        return true;
    }
}
