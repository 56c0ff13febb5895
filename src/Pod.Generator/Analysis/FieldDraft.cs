using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis;

/// <summary>A field while it is analysed: resolved as far as the analysis has come.</summary>
internal sealed class FieldDraft
{
    public required string Name { get; init; }

    public required TypeReference Type { get; set; }

    /// <summary>Gets where the field stands; for added key fields the place of the relation.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Gets the field as written; null for fields that the analysis adds.</summary>
    public FieldSyntax? Syntax { get; init; }

    public string MemberName { get; set; } = "";

    public FieldScope Scope { get; set; }

    /// <summary>Gets whether the field has a column in a class that has a table: no relation object, and not <c>!persist</c>.</summary>
    public bool WantsColumn { get; set; } = true;

    public bool IsStored { get; set; }

    public bool IsHiddenKey { get; init; }

    public bool IsInherited { get; init; }

    public bool IsRequired { get; set; }

    public DefaultValue? ModelDefault { get; set; }

    public DefaultValue? ColumnDefault { get; set; }

    /// <summary>Gets the column default as written; a class without a table has no use for it, its children may.</summary>
    public DefaultValue? DeclaredColumnDefault { get; set; }

    public bool IsConcurrencyToken { get; set; }

    /// <summary>Gets the field's name before it was renamed.</summary>
    public string? RenamedFrom { get; init; }

    public string? Column { get; set; }

    public string? JsonKey { get; set; }

    /// <summary>Gets <c>json</c> or <c>jsonb</c> if the field or its class says so.</summary>
    public string? JsonDataType { get; set; }

    public RelationDefinition? Relation { get; set; }

    public ForeignKeyDefinition? ForeignKey { get; set; }

    /// <summary>Gets whether the column is <c>json</c>, the text as it was written, which no index covers.</summary>
    public bool IsPlainJson => Type.IsStructured && JsonDataType == "json";

    /// <summary>Gets the name of the column, if there is one.</summary>
    public string ColumnName => Column ?? Name;

    public OptionSyntax? RelationOption => Syntax?.Find(Keywords.Relation);

    public bool IsId => Name == "id";

    public string? RelationName => RelationOption?.Find(Keywords.Name)?.Value?.Text;

    public SourceSpan TypeSpan => Syntax?.Type?.Span ?? Span;

    /// <summary>Gives the field as a child of its class has it.</summary>
    /// <param name="isStored">Whether the child stores it.</param>
    public FieldDraft Inherit(bool isStored) => new()
    {
        Name = Name,
        Type = Type,
        Span = Span,
        Syntax = Syntax,
        MemberName = MemberName,
        Scope = Scope,
        WantsColumn = WantsColumn,
        IsStored = isStored,
        IsHiddenKey = IsHiddenKey,
        IsInherited = true,
        IsRequired = IsRequired,
        ModelDefault = ModelDefault,
        ColumnDefault = isStored ? ColumnDefault ?? DeclaredColumnDefault : null,
        DeclaredColumnDefault = DeclaredColumnDefault,
        IsConcurrencyToken = IsConcurrencyToken,
        RenamedFrom = RenamedFrom,
        Column = Column,
        JsonKey = JsonKey,
        JsonDataType = JsonDataType,
        Relation = Relation,
        ForeignKey = isStored ? ForeignKey : null,
    };

    public FieldDefinition ToDefinition() => new(Name, MemberName, Type)
    {
        Documentation = Syntax?.Documentation,
        Scope = Scope,
        IsStored = IsStored,
        IsHiddenKey = IsHiddenKey,
        IsInherited = IsInherited,
        IsRequired = IsRequired,
        ModelDefault = ModelDefault,
        ColumnDefault = ColumnDefault,
        IsConcurrencyToken = IsConcurrencyToken,
        RenamedFrom = RenamedFrom,
        Column = Column ?? Name,
        JsonKey = JsonKey ?? Name,
        IsPlainJson = IsPlainJson,
        Relation = Relation,
    };

    public static ValueList<FieldDefinition> ToDefinitions(IEnumerable<FieldDraft> fields) => fields.Select(static field => field.ToDefinition()).ToValueList();
}
