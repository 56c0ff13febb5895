using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis;

/// <summary>A class or exception while it is analysed.</summary>
internal sealed class ObjectDraft(ModelSyntax syntax, bool isServerOnly)
{
    public ModelSyntax Syntax { get; } = syntax;

    public string Name => Syntax.Name.Value;

    public bool IsServerOnly { get; } = isServerOnly;

    public string? Table { get; set; }

    /// <summary>Gets the table's name before it was renamed.</summary>
    public string? RenamedFrom { get; init; }

    public string? Extends { get; set; }

    /// <summary>Gets whether the class or a descendant has a table, so that its fields can be columns.</summary>
    public bool HasTableBelow { get; set; }

    public bool IsSealed { get; init; }

    public bool IsImmutable { get; set; }

    /// <summary>Gets whether migrations own the table.</summary>
    public bool IsManaged { get; init; } = true;

    /// <summary>Gets <c>json</c> or <c>jsonb</c> if the class says so.</summary>
    public string? JsonDataType { get; set; }

    public List<FieldDraft> Fields { get; } = [];

    public List<IndexDefinition> Indexes { get; } = [];

    public List<CheckDefinition> Checks { get; } = [];

    public FieldDraft? Find(string field) => Fields.Find(candidate => candidate.Name == field);

    /// <summary>Gets the primary key; only classes with a table are asked.</summary>
    public FieldDraft Id => Fields.First(static candidate => candidate.IsId);

    public ObjectDefinition ToDefinition() => Syntax.Kind == ModelKind.Exception
        ? new ExceptionDefinition(Name, Syntax.Source.Path, Syntax.Documentation, IsServerOnly, FieldDraft.ToDefinitions(Fields))
        {
            Extends = Extends,
            IsSealed = IsSealed,
        }
        : new ClassDefinition(Name, Syntax.Source.Path, Syntax.Documentation, IsServerOnly, FieldDraft.ToDefinitions(Fields))
        {
            Extends = Extends,
            IsSealed = IsSealed,
            IsImmutable = IsImmutable,
            Table = Table,
            RenamedFrom = RenamedFrom,
            IsManaged = IsManaged,
            ForeignKeys = Fields.Where(static field => field.IsStored).Select(static field => field.ForeignKey).OfType<ForeignKeyDefinition>().ToValueList(),
            Indexes = Indexes.ToValueList(),
            Checks = Checks.ToValueList(),
        };
}
