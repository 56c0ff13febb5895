using System.Runtime.Versioning;
using System.Text;
using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Cluster;

namespace Pod.EmbeddedPostgres.Connections;

/// <summary>
/// The private folder of the socket. It lies apart from the data, because the path of a socket may have at most 107 bytes (103 on macOS),
/// and only the server's account and root can enter it, which is what makes passwords unnecessary.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class SocketDirectory
{
    private const int MaximumPathBytes = 103;
    private const int Attempts = 8;

    public static async Task<string> CreateAsync(string dataFolder, ServerAccount account, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = $"pod-{account.User}-{PathHash.Of(dataFolder)}";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Somebody may have taken the name in a folder that all can write to; then another is used, and theirs is left alone.
            var path = Path.Combine(await BaseAsync(name, account, time, cancellationToken).ConfigureAwait(false), attempt == 0 ? name : $"{name}-{attempt}");
            if (await TryPrepareAsync(path, account, time, cancellationToken).ConfigureAwait(false))
            {
                return path;
            }
        }

        throw new EmbeddedPostgresException(
            $"No private folder for PostgreSQL's socket could be made: '/tmp/{name}' and the next names belong to other users or are links. Remove them.");
    }

    private static async Task<bool> TryPrepareAsync(string path, ServerAccount account, TimeProvider time, CancellationToken cancellationToken)
    {
        // A link that points nowhere makes the creation fail; one that points somewhere is seen by the check below.
        if (new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var made = await FileOwner.OfAsync(path, time, cancellationToken).ConfigureAwait(false);
        if (made is { Kind: 'd', User: 0, Permissions: "rwx------" } && account.IsOther)
        {
            account.TakeOver(path);
            made = await FileOwner.OfAsync(path, time, cancellationToken).ConfigureAwait(false);
        }

        return made is { Kind: 'd', Permissions: "rwx------" } && made.User == account.User;
    }

    private static async Task<string> BaseAsync(string name, ServerAccount account, TimeProvider time, CancellationToken cancellationToken)
    {
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        if (account.IsOther || string.IsNullOrEmpty(runtime) || !IsPlain(runtime)
            || Encoding.UTF8.GetByteCount($"{runtime}/{name}-9/.s.PGSQL.5432.lock") > MaximumPathBytes)
        {
            return "/tmp";
        }

        var owner = await FileOwner.OfAsync(runtime, time, cancellationToken).ConfigureAwait(false);
        return owner is { Kind: 'd', Permissions: "rwx------" } && owner.User == account.User ? runtime : "/tmp";
    }

    // PostgreSQL reads the setting as a list with commas and quotes.
    private static bool IsPlain(string path) =>
        path[0] == '/' && path.All(character => char.IsAsciiLetterOrDigit(character) || "/_-.".Contains(character, StringComparison.Ordinal));
}
