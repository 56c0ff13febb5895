namespace Pod.Database.Migrations;

/// <summary>The project's migrations up to a target, held against the history of a database.</summary>
internal sealed class MigrationChain
{
    private readonly IReadOnlyList<MigrationFiles> _all;
    private readonly Dictionary<string, AppliedMigration> _history;

    public MigrationChain(MigrationDirectory directory, Dictionary<string, AppliedMigration> history, string? target)
    {
        _all = directory.Migrations;
        _history = history;
        if (target is not null && directory.Find(target) is null)
        {
            throw new MigrationException($"There is no migration {target}. 'dotnet pod migration list' shows those that there are.") { Version = target };
        }

        Wanted = target is null ? _all : [.. _all.TakeWhile(migration => migration.Version != target), directory.Find(target)!];
    }

    /// <summary>The migrations that the database is to have.</summary>
    public IReadOnlyList<MigrationFiles> Wanted { get; }

    public IReadOnlyList<MigrationFiles> Missing => [.. Wanted.Where(migration => !IsApplied(migration.Version))];

    /// <summary>Whether nothing of the project was ever applied.</summary>
    public bool IsUntouched => !_history.Values.Any(static row => row.LeftTraces);

    /// <summary>Versions that the database has and the project lacks, and that no rebase has put into another one.</summary>
    public IReadOnlyList<string> Newer
    {
        get
        {
            var known = _all.SelectMany(static migration => migration.Replaces.Append(migration.Version)).ToHashSet(StringComparer.Ordinal);
            return [.. _history.Values.Where(row => row.LeftTraces && !row.IsRepair && !known.Contains(row.Version))
                .Select(static row => row.Version).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Versions whose text is not the one that was applied.</summary>
    public IReadOnlyList<string> Changed => [.. _all.Where(migration => IsApplied(migration.Version) && _history[migration.Version].Hash != migration.Hash)
        .Select(static migration => migration.Version)];

    /// <summary>Whether no migration is taken back in part.</summary>
    public bool IsWhole => HalfTakenBack is null;

    private MigrationFiles? HalfTakenBack
        => _all.FirstOrDefault(migration => _history.TryGetValue(migration.Version, out var row) && row.IsHalfTakenBack);

    public bool IsApplied(string version) => _history.TryGetValue(version, out var row) && row.IsApplied;

    /// <summary>The steps of a migration that are done.</summary>
    public int DoneSteps(MigrationFiles migration) => _history.TryGetValue(migration.Version, out var row) ? row.Step : 0;

    /// <summary>The versions that the database has and that the migration stands for.</summary>
    public IReadOnlyList<string> ReplacedBy(MigrationFiles migration) => [.. migration.Replaces.Where(IsApplied)];

    /// <summary>Refuses to build on a migration of which a part was taken back.</summary>
    /// <exception cref="MigrationException">POD3062</exception>
    public void RefuseHalfTakenBack()
    {
        if (HalfTakenBack is { } half)
        {
            throw new MigrationException(
                $"POD3062: a rollback of migration {half.Version} stopped behind its step {-_history[half.Version].Step}. Run 'dotnet pod migration rollback' to the version before it again.")
            {
                Version = half.Version,
            };
        }
    }

    /// <summary>Refuses a database that is ahead of the project.</summary>
    /// <exception cref="MigrationException">POD3052</exception>
    public void RefuseNewer()
    {
        if (Newer is [.., var newest])
        {
            throw new MigrationException(
                $"POD3052: the database has migration {newest}, which this project does not have: it is older than the database. Start a newer build of the "
                + "project, or restore the database from before that migration.")
            {
                Version = newest,
            };
        }
    }
}
