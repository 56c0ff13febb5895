using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pod.Generator.Parsing.Yaml;

/// <summary>Turns YAML text into nodes with positions. Broken text becomes diagnostics, never an exception.</summary>
internal sealed class YamlDocumentReader
{
    // Model files nest five levels; the limit keeps hostile input from exhausting the stack.
    private const int MaxDepth = 64;

    private readonly SourceFile _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    private YamlDocumentReader(SourceFile source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(new Scanner(new StringReader(source.Text)));
    }

    /// <summary>Reads the first document of a file.</summary>
    /// <returns>The root node, or null after a diagnostic.</returns>
    public static YamlNode? Read(SourceFile source, DiagnosticBag diagnostics)
    {
        if (FindTab(source) is { } tab)
        {
            diagnostics.Add(ModelDiagnostics.InvalidYaml(tab, "a tab indents this line, and YAML allows spaces only. Replace the tab by spaces."));
            return null;
        }

        try
        {
            return new YamlDocumentReader(source, diagnostics).ReadRoot();
        }
        catch (YamlException exception)
        {
            diagnostics.Add(ModelDiagnostics.InvalidYaml(At(source, exception.Start), exception.Message.TrimEnd('.') + "."));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The YAML library fails like this on some binary input.
            diagnostics.Add(ModelDiagnostics.InvalidYaml(source.At(1, 1), "the file is no YAML text."));
            return null;
        }
    }

    private YamlNode? ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _diagnostics.Add(ModelDiagnostics.EmptyFile(_source.At(1, 1)));
            return null;
        }

        var root = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _diagnostics.Add(ModelDiagnostics.InvalidYaml(At(_source, second.Start), "a file holds one document. Move what follows '---' into a file of its own."));
        }

        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(Current.Start, Current.End, $"values are nested more than {MaxDepth} levels deep");
        }

        return Current switch
        {
            Scalar => ReadScalar(),
            MappingStart => ReadMap(depth),
            SequenceStart => ReadSequence(depth),
            AnchorAlias alias => throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' is not supported in model files. Write the value out"),
            _ => throw new YamlException(Current.Start, Current.End, "a value was expected"),
        };
    }

    private ParsingEvent Current
    {
        get
        {
            _parser.Accept<ParsingEvent>(out var current);
            return current ?? throw new YamlException("the file ends too early");
        }
    }

    private YamlScalar ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        return new YamlScalar(At(_source, scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain, _source);
    }

    private YamlMap ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Current is not Scalar)
            {
                _diagnostics.Add(ModelDiagnostics.NotAMap(At(_source, Current.Start), "this key is no text"));
                ReadNode(depth + 1);
                ReadNode(depth + 1);
                continue;
            }

            var key = ReadScalar();
            var value = ReadNode(depth + 1);
            if (!lines.TryAdd(key.Value, key.Span.Line))
            {
                _diagnostics.Add(ModelDiagnostics.DuplicateKey(key.Span, key.Value, lines[key.Value]));
                continue;
            }

            entries.Add(new YamlEntry(key, value, DocumentationComments.Above(_source, key.Span.Line, key.Span.Column)));
        }

        return new YamlMap(At(_source, start.Start), entries);
    }

    private YamlSequence ReadSequence(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<(YamlNode, string?)>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = ReadNode(depth + 1);
            items.Add((item, DocumentationOf(item.Span)));
        }

        return new YamlSequence(At(_source, start.Start), items);
    }

    // A comment above a list item stands at the item's own column or at its dash.
    private string? DocumentationOf(SourceSpan item)
    {
        var line = _source.Lines[item.Line - 1];
        var dash = line.Length - line.AsSpan().TrimStart(' ').Length + 1;
        return DocumentationComments.Above(_source, item.Line, dash) ?? DocumentationComments.Above(_source, item.Line, item.Column);
    }

    private static SourceSpan? FindTab(SourceFile source)
    {
        for (var line = 0; line < source.Lines.Count; line++)
        {
            var text = source.Lines[line].AsSpan();
            var indentation = text[..^text.TrimStart(" \t").Length];
            var tab = indentation.IndexOf('\t');
            if (tab >= 0 && indentation.Length < text.Length)
            {
                return source.At(line + 1, tab + 1);
            }
        }

        return null;
    }

    private static SourceSpan At(SourceFile source, Mark mark) => source.At((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
