using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>The names of indexes. PostgreSQL keeps them in one list with tables, for the whole database.</summary>
internal sealed class IndexNames(DiagnosticBag diagnostics)
{
    /// <summary>The most bytes that PostgreSQL keeps of a name.</summary>
    public const int MaxLength = 63;

    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _spans = new(StringComparer.Ordinal);

    /// <summary>Reserves what a table brings along.</summary>
    public void Reserve(ObjectDraft model)
    {
        _owners.TryAdd(model.Table!, $"the table of '{model.Name}'");
        _owners.TryAdd(PrimaryKeyOf(model), $"the primary key of '{model.Name}'");
    }

    /// <summary>Takes a name, or reports who has it.</summary>
    public void Claim(string name, ObjectDraft model, SourceSpan span)
    {
        if (_owners.TryAdd(name, $"'{model.Name}'"))
        {
            _spans.Add(name, span);
        }
        else
        {
            diagnostics.Add(IndexDiagnostics.NameTaken(span, name, _owners[name]));
        }
    }

    /// <summary>Checks a written name and takes it.</summary>
    public void Claim(IndexScope scope, Parsing.Yaml.YamlScalar written)
    {
        var name = scope.NameOf(written.Value);
        if (!Naming.IsLowerSnake(written.Value))
        {
            diagnostics.Add(IndexDiagnostics.Name(written.Span, written.Value, Naming.Snake(written.Value)));
        }
        else if (name == scope.Model.Table)
        {
            diagnostics.Add(IndexDiagnostics.NameIsTable(written.Span, name));
        }
        else if (name.Length > MaxLength)
        {
            diagnostics.Add(IndexDiagnostics.NameTooLong(written.Span, name));
        }
        else
        {
            Claim(name, scope.Model, written.Span);
        }
    }

    /// <summary>Gives the place that asks for an index.</summary>
    public SourceSpan SpanOf(string name) => _spans[name];

    public static string PrimaryKeyOf(ObjectDraft model) => model.Table + "_pkey";
}
