using System.Globalization;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Accounts;

/// <summary>Who owns a file and what it is. .NET shows the mode of a file but not its owner, and the layout of <c>struct stat</c> differs by system; <c>ls</c> does not.</summary>
/// <param name="Kind"><c>d</c> for a folder, <c>l</c> for a link, <c>-</c> for a file.</param>
/// <param name="Permissions">Such as <c>rwx------</c>.</param>
/// <param name="User">The numeric user id.</param>
internal sealed record FileOwner(char Kind, string Permissions, uint User)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Reads a line such as <c>drwx------ 2 101 104 4096 Nov 21 11:09 /tmp/x</c>; <see langword="null"/> when there is no such file.</summary>
    public static async Task<FileOwner?> OfAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var listing = await new Command("ls", "-ldn", "--", path).RunAsync(Timeout, time, cancellationToken).ConfigureAwait(false);
        var parts = listing.Output.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        return listing.Succeeded && parts.Length == 4 && uint.TryParse(parts[2], CultureInfo.InvariantCulture, out var user)
            ? new FileOwner(parts[0][0], parts[0].Substring(1, 9), user)
            : null;
    }
}
