using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes a table's members for its full-text indexes.</summary>
internal static class FullTextEmitter
{
    private static readonly string[] TableMembers =
        ["Columns", "TableName", "Instance", "Excluded", "ReadRow", "KeepUnstored", "Add", "AddHidden", "JoinTo", "Equals", "GetType", "GetHashCode", "ToString"];

    public static IEnumerable<string> Assignments(ClassDefinition model) =>
        IndexesOf(model).Select(index => $"{MemberName(index, model)} = new FullTextIndex({Arguments(index, model)});");

    public static void EmitProperties(CSharpWriter writer, ClassDefinition model)
    {
        foreach (var index in IndexesOf(model))
        {
            writer.Lines(XmlDocumentation.Summary(null, $"Gets the full-text index '{index.Name}'."))
                .Line($"public FullTextIndex {MemberName(index, model)} {{ get; }}")
                .Separate();
        }
    }

    private static IEnumerable<IndexDefinition> IndexesOf(ClassDefinition model) => model.Indexes.Where(static index => index.FullText is not null);

    private static string Arguments(IndexDefinition index, ClassDefinition model)
    {
        var columns = index.Fields.Select(name => model.Fields.First(field => field.Name == name).MemberName);
        return string.Join(", ", columns.Prepend($"\"{string.Concat(index.FullText!.Weights)}\"").Prepend($"\"{index.FullText.Language}\""));
    }

    // Names of fields are the model's own; an index gives way.
    private static string MemberName(IndexDefinition index, ClassDefinition model)
    {
        var name = Naming.Pascal(index.Name);
        while (TableMembers.Contains(name) || name == model.Name + "Table" || model.Fields.Any(field => field.MemberName == name))
        {
            name += "Index";
        }

        return name;
    }
}
