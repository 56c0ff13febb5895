using Npgsql;

namespace Pod.Database.Columns.Storage;

/// <summary>The place of one parameter in a command that is kept between executions.</summary>
internal abstract class ParameterSlot
{
    public abstract NpgsqlParameter Untyped { get; }

    /// <summary>Lets go of the value, so that an idle command keeps no data alive.</summary>
    public abstract void Clear();
}

/// <inheritdoc/>
internal sealed class ParameterSlot<TStored>(NpgsqlParameter<TStored> parameter) : ParameterSlot
{
    public NpgsqlParameter<TStored> Parameter => parameter;

    public override NpgsqlParameter Untyped => parameter;

    public override void Clear() => parameter.TypedValue = default;
}
