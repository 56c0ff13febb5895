namespace Pod.Generator.Analysis.Indexes;

/// <summary>Where an index or check is written and whose table gets it.</summary>
/// <param name="Model">The class with the table.</param>
/// <param name="Declarer">The class that writes it: the same, or a table-less ancestor.</param>
internal sealed record IndexScope(ObjectDraft Model, ObjectDraft Declarer)
{
    /// <summary>Gets the names of the fields that can be meant.</summary>
    public IEnumerable<string> FieldNames =>
        Model.Fields.Where(item => !item.IsHiddenKey && Find(item.Name) is not null).Select(static item => item.Name);

    /// <summary>Gives the name in the database. Each child needs names of its own for what it inherits.</summary>
    public string NameOf(string name) => Declarer == Model ? name : $"{Model.Table}_{name}";

    /// <summary>Finds a stored field that the declaring class knows; the id is added to every table.</summary>
    public FieldDraft? Find(string name) =>
        (name == "id" || Declarer.Find(name) is not null) && Model.Find(name) is { IsStored: true } field ? field : null;
}
