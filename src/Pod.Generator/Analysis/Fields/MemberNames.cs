using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Gives every field its C# name and reports the names that cannot be used.</summary>
internal static class MemberNames
{
    private const int MaxLength = 61;

    private static readonly string[] ReservedFields = ["toJson", "toJsonForProtocol", "fromJson", "toString"];
    private static readonly string[] ReservedTableFields = ["db", "table", "tableName", "include", "includeList"];

    // Members that C# forbids or that records and table descriptions have already.
    private static readonly string[] ReservedMembers =
        ["Equals", "GetType", "GetHashCode", "MemberwiseClone", "EqualityContract", "PrintMembers", "Clone", "Columns", "Excluded", "ReadJson", "Finalize"];

    private static readonly string[] SealedMembers = ["Match", "Switch"];

    public static void Assign(ObjectDraft model, bool isInSealedHierarchy, DiagnosticBag diagnostics)
    {
        var owners = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
        foreach (var field in model.Fields)
        {
            Check(field, model.Table is not null, diagnostics);
            var plain = Naming.Pascal(field.Name);
            field.MemberName = plain == model.Name || ReservedMembers.Contains(plain) || (isInSealedHierarchy && SealedMembers.Contains(plain)) ? plain + "Value" : plain;
            if (field.MemberName != plain)
            {
                diagnostics.Add(FieldDiagnostics.MemberRenamed(field.Span, field.Name, field.MemberName));
            }

            if (!owners.TryAdd(field.MemberName, field))
            {
                diagnostics.Add(FieldDiagnostics.SameMember(field.Span, field.Name, owners[field.MemberName].Name, field.MemberName));
            }
        }
    }

    private static void Check(FieldDraft field, bool hasTable, DiagnosticBag diagnostics)
    {
        if (field.Syntax is null)
        {
            return;
        }

        if (!Naming.IsIdentifier(field.Name))
        {
            diagnostics.Add(FieldDiagnostics.FieldName(field.Span, field.Name));
        }
        else if (ReservedFields.Contains(field.Name) || (hasTable && ReservedTableFields.Contains(field.Name)))
        {
            diagnostics.Add(FieldDiagnostics.ReservedFieldName(field.Span, field.Name));
        }
        else if (field.Name.Length > MaxLength)
        {
            diagnostics.Add(FieldDiagnostics.FieldNameTooLong(field.Span, field.Name));
        }
        else if (field.Name.Length > 1 && field.Name != Naming.Camel(field.Name))
        {
            diagnostics.Add(FieldDiagnostics.FieldNameCase(field.Span, field.Name, Naming.Camel(field.Name)));
        }
    }
}
