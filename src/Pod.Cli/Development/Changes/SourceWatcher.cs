namespace Pod.Cli.Development.Changes;

/// <summary>Reports saved, created, renamed and deleted sources.</summary>
internal sealed class SourceWatcher : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="folders">The folders, with everything below them.</param>
    /// <param name="isSource">Whether a path, relative to its folder, is worth a report.</param>
    /// <param name="report">Called with the full path, on any thread.</param>
    public SourceWatcher(IEnumerable<string> folders, Func<string, bool> isSource, Action<string> report)
    {
        foreach (var folder in folders)
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, change) => Report(change.FullPath);
            watcher.Created += (_, change) => Report(change.FullPath);
            watcher.Deleted += (_, change) => Report(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                Report(change.OldFullPath);
                Report(change.FullPath);
            };

            // Some changes were lost, and nobody knows which: as if everything had been saved.
            watcher.Error += (_, _) => report(Path.Combine(folder, ChangeSet.Unknown));
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);

            void Report(string path)
            {
                if (isSource(Path.GetRelativePath(folder, path)))
                {
                    report(path);
                }
            }
        }
    }

    public void Dispose() => _watchers.ForEach(static watcher => watcher.Dispose());
}
