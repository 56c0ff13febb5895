namespace Pod.Generator.Migrations.Operations;

/// <summary>What an operation means for servers of the version before, while a deployment replaces them.</summary>
public enum MigrationPhase
{
    /// <summary>They keep working: done before the new servers start.</summary>
    Expand,

    /// <summary>They may notice: done after the old servers are gone.</summary>
    Contract,
}
