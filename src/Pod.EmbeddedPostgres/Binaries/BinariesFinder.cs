using Pod.EmbeddedPostgres.Accounts;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Finds the PostgreSQL to run, in the order: configured folder, POD_POSTGRES_BIN, PATH, usual install folders, npm package.</summary>
internal sealed class BinariesFinder(EmbeddedPostgresOptions options, ServerAccount account)
{
    private readonly SearchEnvironment _environment = options.Search ?? SearchEnvironment.OfThisMachine();
    private readonly BinariesProbe _probe = new(options.TimeProvider);
    private readonly SearchReport _report = new();

    /// <param name="requiredMajor">The version that made the data, or <see langword="null"/> when any will do.</param>
    /// <param name="dataFolder">For messages.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<PostgresBinaries> FindAsync(int? requiredMajor, string dataFolder, CancellationToken cancellationToken)
    {
        if (Chosen() is var (chosen, setting) && chosen is not null)
        {
            return await TakeAsync(chosen, setting, requiredMajor, cancellationToken).ConfigureAwait(false)
                ?? throw _report.Failure(requiredMajor, dataFolder, setting);
        }

        foreach (var (folder, place) in Installed())
        {
            if (await TakeAsync(folder, place, requiredMajor, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        var package = new NpmInstaller(options, _environment, account);
        if (await package.InstallAsync(requiredMajor ?? NpmPackage.NewestMajor, _report, cancellationToken).ConfigureAwait(false) is { } installed
            && await TakeAsync(installed, "npm package", requiredMajor, cancellationToken).ConfigureAwait(false) is { } downloaded)
        {
            return downloaded;
        }

        throw _report.Failure(requiredMajor, dataFolder, setting: null);
    }

    // What was said explicitly is not second-guessed by looking elsewhere.
    private (string? Folder, string Setting) Chosen() => options.BinariesDirectory is { } configured
        ? (configured, nameof(EmbeddedPostgresOptions.BinariesDirectory))
        : (string.IsNullOrWhiteSpace(_environment.BinariesVariable) ? null : _environment.BinariesVariable, SearchEnvironment.Variable);

    private IEnumerable<(string Folder, string Place)> Installed()
    {
        foreach (var folder in _environment.PathFolders.Where(folder => File.Exists(PostgresBinaries.ProgramIn(folder, "postgres"))))
        {
            yield return (folder, "PATH");
        }

        _report.Looked("PATH", $"no further postgres in {_environment.Path}");
        foreach (var pattern in _environment.InstallPatterns)
        {
            foreach (var folder in InstallPatterns.Expand(pattern))
            {
                yield return (folder, "install folder");
            }

            _report.Looked("install folders", $"nothing further in {pattern}");
        }
    }

    private async Task<PostgresBinaries?> TakeAsync(string folder, string place, int? requiredMajor, CancellationToken cancellationToken)
    {
        var (binaries, reason) = await _probe.TryAsync(folder, ServerAccount.Current, cancellationToken).ConfigureAwait(false);
        if (binaries is null)
        {
            _report.Looked(place, $"{folder}: {reason}");
            return null;
        }

        if (requiredMajor is { } major && binaries.Major != major)
        {
            _report.WrongVersion(place, binaries);
            return null;
        }

        options.Log?.Invoke($"Using PostgreSQL {binaries.Version} in '{binaries.Folder}' ({place}).");
        return await new ReadableBinaries(options, account, _probe).EnsureAsync(binaries, _report, cancellationToken).ConfigureAwait(false);
    }
}
