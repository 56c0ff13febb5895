using Microsoft.CodeAnalysis;

namespace Pod.Cli.Projects.Inputs;

/// <summary>Opens referenced assemblies, each once for as long as its file stays the same.</summary>
internal sealed class ReferenceFiles
{
    private readonly Dictionary<string, (DateTime Written, MetadataReference Reference)> _opened = new(StringComparer.Ordinal);

    public IReadOnlyList<MetadataReference> Load(IReadOnlyList<string> paths) => [.. paths.Select(Load)];

    private MetadataReference Load(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (!_opened.TryGetValue(path, out var opened) || opened.Written != written)
        {
            opened = (written, MetadataReference.CreateFromFile(path));
            _opened[path] = opened;
        }

        return opened.Reference;
    }
}
