using System.Globalization;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Yaml;
using Pod.Schema;

namespace Pod.Generator.Analysis.Enums;

/// <summary>Reads one item of <c>values:</c>: a name, or <c>name: {property: value}</c>.</summary>
internal sealed class EnumValueReader(IReadOnlyList<EnumPropertyDraft> properties, DiagnosticBag diagnostics)
{
    /// <summary>Splits an item into the value's name and what it sets.</summary>
    /// <returns>The name and the map, or null after a diagnostic.</returns>
    public (YamlScalar Name, YamlMap? Settings)? Split(YamlNode item)
    {
        switch (item)
        {
            case YamlScalar plain:
                return (plain, null);
            case YamlMap { Entries: [{ Value: YamlMap settings } entry] }:
                return (entry.Key, settings);
            case YamlMap { Entries: [{ Value: YamlScalar { IsEmpty: true } } entry] }:
                return (entry.Key, null);
            default:
                diagnostics.Add(ModelDiagnostics.EnumValues(item.Span, "a nested list or map"));
                return null;
        }
    }

    /// <summary>Reads what a value sets; properties that it leaves out take their default.</summary>
    /// <returns>One literal per property in the order of their declaration; null for null.</returns>
    public ValueList<string?> Read(YamlScalar name, YamlMap? settings)
    {
        foreach (var entry in settings?.Entries ?? [])
        {
            if (!properties.Any(property => property.Definition.Name == entry.Key.Value))
            {
                diagnostics.Add(EnumPropertyDiagnostics.Undeclared(
                    entry.Key.Span, name.Value, entry.Key.Value, properties.Select(static property => property.Definition.Name)));
            }
        }

        return properties.Select(property => ReadOne(name, settings?.Find(property.Definition.Name), property)).ToValueList();
    }

    private string? ReadOne(YamlScalar name, YamlEntry? entry, EnumPropertyDraft property)
    {
        var definition = property.Definition;
        if (entry is null)
        {
            if (property.Default is null && !definition.Type.IsNullable)
            {
                diagnostics.Add(EnumPropertyDiagnostics.Missing(name.Span, name.Value, definition.Name));
            }

            return property.Default?.Text;
        }

        if (entry.Value is YamlScalar { IsQuoted: false, Value: "null" or "~" or "" } && definition.Type.IsNullable)
        {
            return null;
        }

        if (entry.Value is YamlScalar scalar && Literal(scalar, definition.Type.Kind) is { } literal)
        {
            return literal;
        }

        diagnostics.Add(EnumPropertyDiagnostics.WrongValue(entry.Value.Span, name.Value, definition.Name, definition.Type.ToString()));
        return null;
    }

    private static string? Literal(YamlScalar scalar, TypeKind kind) => kind switch
    {
        TypeKind.String => scalar.Value,
        _ when scalar.IsQuoted => null,
        TypeKind.Boolean => bool.TryParse(scalar.Value, out var value) ? (value ? "true" : "false") : null,
        TypeKind.Int32 => int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.Int64 => long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null,
        _ => double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : null,
    };
}
