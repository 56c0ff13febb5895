namespace Pod.Generator.Diagnostics;

/// <summary>Collects the findings of one run.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Gets whether anything found so far is an error.</summary>
    public bool HasErrors => _diagnostics.Exists(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Gives the findings sorted by place and id, each once.</summary>
    public IReadOnlyList<Diagnostic> ToSortedList() =>
    [
        .. _diagnostics.Distinct()
            .OrderBy(static diagnostic => diagnostic.Span.Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Span.Line)
            .ThenBy(static diagnostic => diagnostic.Span.Column)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
    ];
}
