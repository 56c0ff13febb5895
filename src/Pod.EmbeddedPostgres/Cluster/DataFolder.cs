namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// The layout of the folder that the user names. The folder itself belongs to the owner process; <c>pgdata</c> and <c>log</c> belong to the
/// account PostgreSQL runs under. The lock file doubles as the mark that the folder is ours.
/// </summary>
internal sealed class DataFolder(string root)
{
    // A project may want to keep the folder in, or out of, version control before the first start.
    private static readonly string[] Harmless = [".gitignore", ".gitkeep", ".DS_Store"];

    public string Root { get; } = root;

    public string Cluster => Path.Combine(Root, "pgdata");

    public string LogFolder => Path.Combine(Root, "log");

    public string LockFile => Path.Combine(Root, "pod-postgres.lock");

    public string OwnerFile => Path.Combine(Root, "owner.pid");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>What the processes hold open that share a server. The supervisor makes it, so it lies where the supervisor may write.</summary>
    public string UsersFile => Path.Combine(LogFolder, "users");

    public bool HasCluster => Directory.Exists(Cluster);

    /// <summary>The major version that made the data, or <see langword="null"/> when there is none yet.</summary>
    public int? MajorVersion
    {
        get
        {
            if (!HasCluster)
            {
                return null;
            }

            var file = Path.Combine(Cluster, "PG_VERSION");
            return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), out var major)
                ? major
                : throw new EmbeddedPostgresException(
                    $"'{Cluster}' is damaged: it has no readable PG_VERSION file. Restore the folder from a copy, or delete '{Root}' to start with an empty database.");
        }
    }

    /// <summary>A fresh name for a cluster in the making; it gets its real name when it is complete.</summary>
    public string NewStagingFolder() => Path.Combine(Root, $"pgdata.new-{Guid.NewGuid():N}");

    public IEnumerable<string> StagingFolders() => Directory.EnumerateDirectories(Root, "pgdata.new-*");

    /// <summary>Refuses a folder that holds something else: it is never ours to change or delete.</summary>
    public void RefuseForeignContent()
    {
        if (File.Exists(Root))
        {
            throw new EmbeddedPostgresException($"The data folder '{Root}' is a file. Choose another data folder.");
        }

        if (!Directory.Exists(Root) || File.Exists(LockFile))
        {
            return;
        }

        var foreign = Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).FirstOrDefault(name => !Harmless.Contains(name));
        // The lock file is looked for again: another owner may have just made it in the folder that was empty a moment ago.
        if (foreign is not null && !File.Exists(LockFile))
        {
            throw new EmbeddedPostgresException(
                $"The data folder '{Root}' holds other things (such as '{foreign}') and was not made by Pod, so it is left alone. Choose an empty or a new folder.");
        }
    }
}
