namespace Pod.Testing;

/// <summary>What the databases of a host begin with: true for the project's migrations, false for nothing, or <see cref="Models"/>.</summary>
public sealed class ApplyMigrations
{
    private ApplyMigrations()
    {
    }

    /// <summary>The tables of the models as they are now, whatever the migrations say: for models that still change from run to run.</summary>
    public static ApplyMigrations Models { get; } = new();

    internal static ApplyMigrations All { get; } = new();

    internal static ApplyMigrations None { get; } = new();

    /// <summary>All of the project's migrations, or none.</summary>
    public static implicit operator ApplyMigrations(bool value) => value ? All : None;
}
