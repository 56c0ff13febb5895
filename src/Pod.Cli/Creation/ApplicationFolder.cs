namespace Pod.Cli.Creation;

/// <summary>Where a new application goes. What is there already stays as it is.</summary>
/// <param name="path">The folder's full path.</param>
internal sealed class ApplicationFolder(string path)
{
    public string Path => path;

    public bool IsEmpty => !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any();

    /// <summary>Whether the folder is inside of a repository of git.</summary>
    public bool IsInRepository
    {
        get
        {
            for (var folder = path; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            {
                if (System.IO.Path.Exists(System.IO.Path.Combine(folder, ".git")))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Takes over the files of another folder, except those that exist here.</summary>
    /// <returns>The relative paths of those that exist, with another content.</returns>
    public IReadOnlyList<string> Take(string source)
    {
        var kept = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = System.IO.Path.GetRelativePath(source, file);
            var target = System.IO.Path.Combine(path, relative);
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            else if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(target)))
            {
                kept.Add(relative);
            }
        }

        return kept;
    }
}
