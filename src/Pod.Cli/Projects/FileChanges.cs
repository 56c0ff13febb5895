namespace Pod.Cli.Projects;

/// <summary>How the files of a run differ from the disk.</summary>
/// <param name="Written">New and changed files with their texts.</param>
/// <param name="Deleted">Files that are no longer made.</param>
/// <param name="Unchanged">The number of files that are as they should be.</param>
internal sealed record FileChanges(IReadOnlyDictionary<string, string> Written, IReadOnlyList<string> Deleted, int Unchanged)
{
    public bool IsEmpty => Written.Count == 0 && Deleted.Count == 0;
}
