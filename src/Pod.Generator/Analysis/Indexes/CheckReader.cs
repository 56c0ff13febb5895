using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Reads one entry of <c>checks:</c>.</summary>
internal sealed class CheckReader(DiagnosticBag diagnostics)
{
    /// <summary>Reads a check.</summary>
    /// <returns>The check, or null after a diagnostic.</returns>
    public CheckDefinition? Read(IndexScope scope, YamlEntry entry)
    {
        var (written, name) = (entry.Key.Value, $"{scope.Model.Table}_{entry.Key.Value}_check");
        if (!Naming.IsLowerSnake(written))
        {
            return Refuse(entry, $"its name is not lower snake case. Write '{Naming.Snake(written)}'.");
        }

        if (name.Length > IndexNames.MaxLength)
        {
            return Refuse(entry, $"it would be the constraint '{name}' with {name.Length} characters; PostgreSQL allows {IndexNames.MaxLength}.");
        }

        if (scope.Model.Checks.Exists(other => other.Name == name))
        {
            return Refuse(entry, $"'{scope.Model.Name}' inherits a check of that name. Choose another name.");
        }

        if (entry.Value is not YamlScalar text)
        {
            diagnostics.Add(ModelDiagnostics.TextExpected(entry.Value.Span, written));
            return null;
        }

        var condition = new ConditionParser(scope, diagnostics, (span, reason) => IndexDiagnostics.Check(span, written, reason)).Parse(text);
        return condition is null ? null : new CheckDefinition(name, condition);
    }

    private CheckDefinition? Refuse(YamlEntry entry, string reason)
    {
        diagnostics.Add(IndexDiagnostics.Check(entry.Key.Span, entry.Key.Value, reason));
        return null;
    }
}
