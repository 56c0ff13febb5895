using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Gives every field its C# name and reports the names that cannot be used.</summary>
internal static class MemberNames
{
    private const int MaxLength = 61;

    private static readonly string[] ReservedFields = ["toJson", "toJsonForProtocol", "fromJson", "toString"];
    private static readonly string[] ReservedTableFields = ["db", "table", "tableName", "include", "includeList"];

    // Members that C# forbids or that records, sealed hierarchies and table descriptions have already.
    private static readonly string[] ReservedMembers =
        ["Equals", "GetType", "GetHashCode", "MemberwiseClone", "EqualityContract", "PrintMembers", "Clone", "Columns", "ReadJson", "Finalize", "ToJson", "ToJsonForProtocol", "FromJson", "ToString"];

    // Types whose static members generated code calls; a member of that name would stand in front of them.
    private static readonly string[] UsedTypes =
        ["PodJson", "ModelCopy", "JsonAudience", "ModelEquality", "RuntimeHelpers", "EqualityComparer", "HashCode", "System", "ProtocolJson"];

    private static readonly string[] SealedMembers = ["Match", "Switch"];
    private static readonly string[] TableMembers =
    [
        "Db", "Table", "TableName", "Include", "IncludeList", "Excluded", "Instance", "Add", "AddHidden", "AddToken", "JoinTo", "ReadRow", "ExcludedRow",
        "KeepUnstored", "TokenColumn",
    ];

    public static void Assign(ObjectDraft model, bool isInSealedHierarchy, DiagnosticBag diagnostics)
    {
        string[] reserved =
            [.. ReservedMembers, .. UsedTypes, .. isInSealedHierarchy ? SealedMembers : [], .. model.HasTableBelow ? TableMembers : []];
        var typesOfDefaults = model.Fields.Where(static field => field.ModelDefault is not null).SelectMany(static field => TypesOf(field)).ToHashSet();
        var owners = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
        foreach (var field in model.Fields)
        {
            var isLegal = Check(field, model.Table is not null, diagnostics);
            var plain = Naming.Pascal(field.Name);
            field.MemberName = plain == model.Name || reserved.Contains(plain) || (field.Type.Name != plain && typesOfDefaults.Contains(plain)) ? plain + "Value" : plain;
            if (isLegal && field.MemberName != plain)
            {
                diagnostics.Add(FieldDiagnostics.MemberRenamed(field.Span, field.Name, field.MemberName));
            }

            if (!owners.TryAdd(field.MemberName, field))
            {
                diagnostics.Add(FieldDiagnostics.SameMember(field.Span, field.Name, owners[field.MemberName].Name, field.MemberName));
            }
        }
    }

    private static IEnumerable<string> TypesOf(FieldDraft field) => field.Type.Kind switch
    {
        TypeKind.Enum or TypeKind.Guid or TypeKind.TimeSpan or TypeKind.BigInteger => [field.Type.Name],
        TypeKind.DateTime => ["PodClock", "DateTimeKind"],
        TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly => ["PodClock", field.Type.Name, "TimeSpan"],
        TypeKind.Uri => ["UriKind"],
        _ => [],
    };

    // Tells whether the name can stay as it is in the file.
    private static bool Check(FieldDraft field, bool hasTable, DiagnosticBag diagnostics)
    {
        if (field.Syntax is null)
        {
            return true;
        }

        if (!Naming.IsIdentifier(field.Name))
        {
            diagnostics.Add(FieldDiagnostics.FieldName(field.Span, field.Name));
            return false;
        }

        if (ReservedFields.Contains(field.Name) || (hasTable && ReservedTableFields.Contains(field.Name)))
        {
            diagnostics.Add(FieldDiagnostics.ReservedFieldName(field.Span, field.Name));
            return false;
        }

        if (field.Name.Length > MaxLength)
        {
            diagnostics.Add(FieldDiagnostics.FieldNameTooLong(field.Span, field.Name));
            return false;
        }

        if (field.Name.Length > 1 && field.Name != Naming.Camel(field.Name))
        {
            diagnostics.Add(FieldDiagnostics.FieldNameCase(field.Span, field.Name, Naming.Camel(field.Name)));
        }

        return true;
    }
}
