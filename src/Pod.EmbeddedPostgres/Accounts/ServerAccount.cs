namespace Pod.EmbeddedPostgres.Accounts;

/// <summary>The account PostgreSQL runs under: ours, or an unprivileged one when we are root.</summary>
/// <param name="Name">The account to change to, or <see langword="null"/> to stay who we are.</param>
/// <param name="User">The numeric user id on Unix.</param>
/// <param name="Group">The numeric group id on Unix; only used when changing the account.</param>
internal sealed record ServerAccount(string? Name, uint User, uint Group)
{
    private const UnixFileMode Traversable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static ServerAccount Current { get; } = new(null, OperatingSystem.IsWindows() ? 0 : NativeMethods.EffectiveUser, 0);

    public bool IsOther => Name is not null;

    /// <summary>The account was chosen because the surroundings of the data folder belong to it, so new files beside the data become its own as well.</summary>
    public bool OwnsSurroundings { get; init; }

    /// <summary>For messages: " as user 'postgres'" or nothing.</summary>
    public string Suffix => Name is null ? "" : $" as user '{Name}'";

    /// <summary>Creates a folder that only this account (and root) can enter.</summary>
    public void CreatePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // A folder below the user's own profile inherits the profile's access list.
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            TakeOver(path);
        }
    }

    /// <summary>Creates a folder, with its parents, that this account can pass through, also when the owner's umask is strict.</summary>
    public void CreateReachableFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        CreateReachableFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path);
        if (IsOther && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Traversable);
            if (OwnsSurroundings)
            {
                TakeOver(path);
            }
        }
    }

    /// <summary>Gives everything below a folder to this account; links are changed, not followed.</summary>
    public void TakeOverAll(string folder)
    {
        TakeOver(folder);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            if (Directory.Exists(entry) && new FileInfo(entry).LinkTarget is null)
            {
                TakeOverAll(entry);
            }
            else
            {
                TakeOver(entry);
            }
        }
    }

    public void TakeOver(string path)
    {
        if (IsOther && !NativeMethods.TryChangeOwner(path, User, Group))
        {
            throw new EmbeddedPostgresException(
                $"'{path}' could not be given to the user '{Name}', which PostgreSQL has to run as because this process runs as root. "
                + "Start the application as an ordinary user, or choose a data folder on a file system that knows owners.");
        }
    }
}
