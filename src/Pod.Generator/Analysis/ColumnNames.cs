using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Analysis;

/// <summary>Reports fields of one class that would share a column or a JSON property.</summary>
internal static class ColumnNames
{
    public static void Check(ObjectDraft model, DiagnosticBag diagnostics)
    {
        var columns = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
        var keys = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
        foreach (var field in model.Fields)
        {
            if (field.IsStored && !columns.TryAdd(field.Column ?? field.Name, field) && columns[field.Column ?? field.Name].Name != field.Name)
            {
                diagnostics.Add(FieldDiagnostics.SameColumn(field.Span, field.Name, columns[field.Column ?? field.Name].Name, field.Column ?? field.Name));
            }

            if (!field.IsHiddenKey && !keys.TryAdd(field.JsonKey ?? field.Name, field) && keys[field.JsonKey ?? field.Name].Name != field.Name)
            {
                diagnostics.Add(FieldDiagnostics.SameJsonKey(field.Span, field.Name, keys[field.JsonKey ?? field.Name].Name, field.JsonKey ?? field.Name));
            }
        }
    }
}
