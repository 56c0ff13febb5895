namespace Pod.Runtime;

/// <summary>Settings of migrations, from the section <c>Pod:Migrations</c>.</summary>
public sealed class PodMigrationSettings
{
    /// <summary>When the server applies missing migrations.</summary>
    /// <value><see cref="MigrationApplication.Never"/> by default.</value>
    public MigrationApplication Apply { get; set; }

    /// <summary>The folder with the migrations, relative to the content root.</summary>
    /// <value><c>migrations</c> by default.</value>
    public string Folder { get; set; } = "migrations";

    /// <summary>How long the start waits for another server that is applying migrations.</summary>
    /// <value>60 seconds by default.</value>
    public TimeSpan LockWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the newest file of <c>migrations/repair</c> is applied before missing migrations, if this database does not have it.</summary>
    /// <value>False by default.</value>
    public bool ApplyRepair { get; set; }

    /// <summary>What a start does when the database is not what the code was generated for.</summary>
    /// <value><see cref="SchemaMismatch.Fail"/> by default.</value>
    public SchemaMismatch OnMismatch { get; set; }
}
