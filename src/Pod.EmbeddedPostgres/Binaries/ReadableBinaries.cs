using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Cluster;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>
/// Sees to it that the unprivileged account can run the programs. An installation in root's home is copied to where it can; PostgreSQL finds its other
/// files relative to its programs.
/// </summary>
internal sealed class ReadableBinaries(EmbeddedPostgresOptions options, ServerAccount account, BinariesProbe probe)
{
    private static readonly string[] Parts = ["bin", "lib", "share"];

    public async Task<PostgresBinaries?> EnsureAsync(PostgresBinaries binaries, SearchReport report, CancellationToken cancellationToken)
    {
        if (!account.IsOther)
        {
            return binaries;
        }

        var (own, reason) = await probe.TryAsync(binaries.Folder, account, cancellationToken).ConfigureAwait(false);
        if (own is not null)
        {
            return own;
        }

        var prefix = Path.GetDirectoryName(binaries.Folder)!;
        if (Path.GetFileName(binaries.Folder) != "bin" || !Directory.Exists(Path.Combine(prefix, "share")))
        {
            report.Looked(binaries.Folder, $"{reason}; it cannot be copied elsewhere, as it is not a bin folder beside lib and share");
            return null;
        }

        var target = $"/var/lib/pod/binaries/{binaries.Version}-{PathHash.Of(prefix)}";
        if (!Directory.Exists(target))
        {
            options.Log?.Invoke($"The user '{account.Name}' cannot run '{binaries.Folder}'; it is copied to '{target}' (once).");
            account.CreateReachableFolder(Path.GetDirectoryName(target)!);
            Copy(prefix, target);
        }

        var (copied, problem) = await probe.TryAsync(Path.Combine(target, "bin"), account, cancellationToken).ConfigureAwait(false);
        if (copied is null)
        {
            report.Looked(binaries.Folder, $"{reason}; and its copy: {problem}");
        }

        return copied;
    }

    private static void Copy(string prefix, string target)
    {
        var staging = $"{target}.new-{Guid.NewGuid():N}";
        foreach (var part in Parts.Where(part => Directory.Exists(Path.Combine(prefix, part))))
        {
            FolderCopy.Copy(Path.Combine(prefix, part), Path.Combine(staging, part));
        }

        try
        {
            Directory.Move(staging, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Somebody else was quicker with the same copy.
            Directory.Delete(staging, recursive: true);
        }
    }
}
