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

    /// <summary>Writes the value as the next one of a COPY.</summary>
    /// <param name="importer">The COPY.</param>
    /// <param name="otherType">The column's type, if it is not the one that the value is sent with elsewhere.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    public abstract Task CopyAsync(NpgsqlBinaryImporter importer, NpgsqlDbType? otherType, CancellationToken cancellationToken);
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

    public override Task CopyAsync(NpgsqlBinaryImporter importer, NpgsqlDbType? otherType, CancellationToken cancellationToken)
        => Value is null ? importer.WriteNullAsync(cancellationToken) : importer.WriteAsync(Value, otherType ?? type, cancellationToken);
}
