using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis;

/// <summary>Reads option and key values of closed sets.</summary>
internal sealed class OptionReader(DiagnosticBag diagnostics)
{
    /// <summary>Reads a flag: absent is false, bare is true, <c>!name</c> is false.</summary>
    public bool Flag(OptionSyntax? option) => option is not null && (Boolean(option) ?? true);

    /// <summary>Reads a boolean option, or null after a diagnostic.</summary>
    public bool? Boolean(OptionSyntax option) => option.Value is { } value ? Boolean(value, option.Name) : !option.IsNegated;

    /// <summary>Reads a boolean key of a document.</summary>
    public bool Flag(YamlMap keys, string key) => keys.Find(key) switch
    {
        null => false,
        { Value: YamlScalar scalar } => Boolean(TextSlice.Of(scalar), key) ?? false,
        var entry => NoText(entry, key) is not null,
    };

    /// <summary>Reads the text of a key, or null when it is absent or after a diagnostic.</summary>
    public YamlScalar? Text(YamlMap keys, string key)
    {
        switch (keys.Find(key))
        {
            case null:
                return null;
            case { Value: YamlScalar { IsEmpty: false } scalar }:
                return scalar;
            case { Value: YamlScalar } entry:
                diagnostics.Add(ModelDiagnostics.KeyIsEmpty(entry.Key.Span, key));
                return null;
            case var entry:
                return NoText(entry, key);
        }
    }

    /// <summary>Reads one of a set of words in any letter case; gives the set's own spelling, or null when absent or after a diagnostic.</summary>
    public string? Word(OptionSyntax? option, IReadOnlyCollection<string> allowed)
    {
        if (option is null)
        {
            return null;
        }

        if (option.Value is { } value)
        {
            return Word(value, option.Name, allowed);
        }

        diagnostics.Add(ModelDiagnostics.NotInSet(option.Span, option.Name, "", allowed));
        return null;
    }

    /// <summary>Reads one of a set of words.</summary>
    public string? Word(TextSlice value, string key, IReadOnlyCollection<string> allowed)
    {
        var word = allowed.FirstOrDefault(candidate => candidate.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        if (word is null)
        {
            diagnostics.Add(ModelDiagnostics.NotInSet(value.Span, key, value.Text, allowed));
        }

        return word;
    }

    private bool? Boolean(TextSlice value, string key)
    {
        if (bool.TryParse(value.Text, out var result))
        {
            return result;
        }

        diagnostics.Add(ModelDiagnostics.BooleanExpected(value.Span, key, value.Text));
        return null;
    }

    private YamlScalar? NoText(YamlEntry entry, string key)
    {
        diagnostics.Add(ModelDiagnostics.TextExpected(entry.Value.Span, key));
        return null;
    }
}
