namespace Pod.Generator.Incremental;

/// <summary>Writes generated files, each only when something that it is made from is new.</summary>
internal sealed class FileMemory
{
    private Dictionary<(string Emitter, string Name, GenerationTarget Target), WrittenFile> _last = [];
    private Dictionary<(string Emitter, string Name, GenerationTarget Target), WrittenFile> _current = [];

    /// <summary>Starts a run; files that it does not ask for are forgotten at the next.</summary>
    public void BeginRun() => (_last, _current) = (_current, new(_current.Count));

    /// <summary>Gives a file.</summary>
    /// <param name="emitter">The kind of file.</param>
    /// <param name="name">The definition's name, unique for the emitter and the target.</param>
    /// <param name="target">The project.</param>
    /// <param name="sources">Everything that <paramref name="emit"/> reads.</param>
    /// <param name="emit">Writes the file.</param>
    public GeneratedFile Get(string emitter, string name, GenerationTarget target, IReadOnlyList<object> sources, Func<GeneratedFile> emit)
    {
        var key = (emitter, name, target);
        var written = _last.TryGetValue(key, out var known) && known.Sources.SequenceEqual(sources) ? known : new WrittenFile(sources, emit());
        _current[key] = written;
        return written.File;
    }

    private sealed record WrittenFile(IReadOnlyList<object> Sources, GeneratedFile File);
}
