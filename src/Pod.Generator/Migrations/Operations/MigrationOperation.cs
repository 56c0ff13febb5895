using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations.Operations;

/// <summary>One step from one schema to the next: data first, SQL second.</summary>
/// <param name="Name">The operation's name in <c>migration.json</c>.</param>
/// <param name="Table">The table it concerns; empty when it concerns none.</param>
public abstract record MigrationOperation(string Name, string Table)
{
    /// <summary>Gets what the operation means for servers of the version before.</summary>
    public virtual MigrationPhase Phase => MigrationPhase.Expand;

    internal virtual StepRule Step => StepRule.Shared;

    /// <summary>Writes the members besides name, table and phase into the object that is open.</summary>
    /// <param name="json">The writer.</param>
    public virtual void WriteMembers(Utf8JsonWriter json)
    {
    }

    private protected static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private protected static void WriteObject<T>(Utf8JsonWriter json, string name, T value, Action<Utf8JsonWriter, T> writeMembers)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject(name);
        writeMembers(json, value);
        json.WriteEndObject();
    }

    private protected static void WriteColumn(Utf8JsonWriter json, string name, ColumnSchema column) =>
        WriteObject(json, name, column, SchemaJsonWriter.WriteColumn);
}
