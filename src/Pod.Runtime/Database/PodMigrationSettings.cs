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
}
